/** Findings beside the text: a line along the block, and a mark or, where there is room, a note at the right. */
import { isFixed } from './book.js';
import { onScreen, seenBox } from './boxes.js';
import { at, button, make, style, unseen } from './elements.js';
import { describe, findingsOf } from './findings.js';
import { leafOf, reader } from './reader.js';
import { pop } from './say.js';
import { settings } from './settings.js';
import { on } from './signals.js';

const NOTE = 256;
const marks = at('marks');

function draw() {
  marks.replaceChildren();
  if (!settings.marks || !reader.view) return;
  const home = marks.getBoundingClientRect();
  const screen = at('screen').getBoundingClientRect();
  const isWide = home.right - screen.right > NOTE;
  let free = 0;
  for (const leaf of reader.leaves) {
    for (const finding of findingsOf(leaf.href)) {
      const { code, severity, message, element } = finding;
      const box = element > 0 ? along(leaf, leaf.element(element), severity) : reader.view.share === 0 && onScreen(leaf, { left: 12, top: 8, right: 40, bottom: 32 });
      if (!box) continue;
      const mark = button(`mark ${severity}${isWide ? ' wide' : ''}`, () => pop('Finding', mark.getBoundingClientRect(), ...describe(finding)),
        isWide ? make('span', '', make('b', '', code), ` ${message}`) : unseen(`${severity} ${code}: ${message}`));
      marks.append(mark);
      // Marks that would lie upon one another follow one another.
      const top = Math.min(Math.max(box.top - home.top, free), home.height - 30);
      style(mark, { top, left: (isWide ? screen.right + 26 : screen.right - 30) - home.left });
      free = top + mark.offsetHeight + 6;
    }
  }
}

/** Draws a line along what can be seen of a block; answers its box. */
function along(leaf, element, kind) {
  const size = isFixed() ? { width: leaf.frame.offsetWidth, height: leaf.frame.offsetHeight } : reader.view.size;
  const seen = seenBox(element, size);
  if (!seen) return null;
  const home = marks.getBoundingClientRect();
  const box = onScreen(leaf, { ...seen.toJSON(), top: Math.max(0, seen.top), bottom: Math.min(seen.bottom, size.height) });
  style(marks.appendChild(make('div', `along ${kind}`)), { left: box.left - home.left - 10, top: box.top - home.top, height: box.height });
  return box;
}

/** Draws the eye to a block for a moment; false when it is out of sight. */
export function point(leaf, element) {
  const box = along(leaf, element, 'fresh');
  const line = marks.lastElementChild;
  if (box) setTimeout(() => line.remove(), 2500);
  return Boolean(box);
}

let waiting = 0;
function soon() {
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(draw);
}
for (const signal of ['moved', 'state', 'findings', 'setting']) on(signal, soon);
on('found', ({ href, element }) => setTimeout(() => element > 0 && leafOf(href) && point(leafOf(href), leafOf(href).element(element)), 50));
