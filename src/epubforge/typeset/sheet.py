"""The few rules that every page set by `flow` needs beside the book's own stylesheet."""

from __future__ import annotations

SHEET = """\
/* Pages set line by line: each line ends where it was measured to end. */
.set-box {
  box-sizing: content-box;
  min-width: 0;
  max-width: none;
  min-height: 0;
  max-height: none;
  columns: auto;
  break-before: auto;
  break-after: auto;
  break-inside: auto;
}
.set-lines {
  hyphens: none;
  -webkit-hyphens: none;
  -epub-hyphens: none;
  text-align-last: auto;
  text-wrap: nowrap;
  text-rendering: geometricPrecision;
}
.set-line,
.set-last {
  white-space: nowrap;
}
.set-line::after {
  content: "\\A";
  white-space: pre;
}
.set-hyphen::after {
  content: "-\\A";
  content: "-\\A" / "";
}
.set-kept,
.set-pre .set-line,
.set-pre .set-last,
.set-pre {
  white-space: pre;
}
.set-lines * {
  line-height: 0;
}
.set-lines rt {
  line-height: 1;
}
.set-lines img,
.set-lines svg,
.set-lines math,
.set-lines audio,
.set-lines video {
  line-height: normal;
}
.set-again::before,
.set-broken::after {
  content: none !important;
}
li.set-again {
  list-style-type: none;
}
.set-lines:not(.set-opening)::first-line {
  font: inherit !important;
  font-variant: inherit !important;
  letter-spacing: inherit !important;
  text-transform: inherit !important;
}
"""
