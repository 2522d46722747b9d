/** Findings beside the text: a line along the block, and a mark or, where there is room, a note at the right. */
import { isFixed, place } from './book.js';
import { seenBox } from './boxes.js';
import { at, make, unseen } from './elements.js';
import { describe, findingsOf } from './findings.js';
import { onScreen, pop } from './pop.js';
import { reader } from './reader.js';
import { settings } from './settings.js';
import { on } from './signals.js';

const NOTE = 216;
const marks = at('marks');

function draw() {
  marks.replaceChildren();
  if (!settings.marks || !reader.view) return;
  const home = marks.getBoundingClientRect();
  const screen = at('screen').getBoundingClientRect();
  const room = home.right - screen.right > NOTE + 40;
  let free = 0;
  for (const leaf of reader.leaves) {
    for (const finding of findingsOf(leaf.href)) {
      const box = seen(leaf, finding);
      if (!box) continue;
      const line = make('div', { class: `along ${finding.severity}` });
      const top = Math.max(box.top, screen.top) - home.top;
      const mark = make('button', { type: 'button', class: `mark ${finding.severity}`, onclick: () => pop('Finding', mark.getBoundingClientRect(), ...describe(finding)) },
        room ? make('span', {}, make('b', {}, finding.code), ` ${finding.message}`) : unseen(`${finding.severity} ${finding.code}: ${finding.message}`));
      mark.classList.toggle('wide', room);
      marks.append(line, mark);
      Object.assign(line.style, { left: `${box.left - home.left - 10}px`, top: `${top}px`, height: `${Math.min(box.bottom, screen.bottom) - home.top - top}px` });
      const level = Math.min(Math.max(top, free), home.height - 30);
      mark.style.top = `${level}px`;
      mark.style.left = `${(room ? screen.right + 26 : screen.right - 30) - home.left}px`;
      free = level + mark.offsetHeight + 6;
    }
  }
}

/** Where the block of a finding can be seen; without a block, the top of its page. */
function seen(leaf, { element }) {
  const size = isFixed() ? { width: leaf.frame.offsetWidth, height: leaf.frame.offsetHeight } : reader.view.size;
  const block = leaf.element(element ?? 0);
  const box = element > 0 ? seenBox(block, size) : reader.view.share === 0 && { left: 12, top: 8, right: 40, bottom: 32 };
  return box && onScreen(leaf, box);
}

/** Draws the eye to a block for a moment. */
export function point(leaf, element) {
  const box = seenBox(element, isFixed() ? { width: 1e5, height: 1e5 } : reader.view.size);
  if (!box) return false;
  const home = marks.getBoundingClientRect();
  const { left, top, height } = onScreen(leaf, box);
  const line = make('div', { class: 'along fresh' });
  Object.assign(line.style, { left: `${left - home.left - 10}px`, top: `${top - home.top}px`, height: `${height}px` });
  marks.append(line);
  setTimeout(() => line.remove(), 2500);
  return true;
}

let waiting = false;
function soon() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    draw();
  });
}
for (const signal of ['moved', 'state', 'findings', 'setting']) on(signal, soon);
on('found', ({ href, element }) => {
  const leaf = reader.leaves.find((one) => one.href === href);
  if (leaf && element > 0 && place(href) >= 0) requestAnimationFrame(() => requestAnimationFrame(() => point(leaf, leaf.element(element))));
});
