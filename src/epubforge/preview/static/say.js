/** What the viewer says: aloud to those who listen, in chips at the foot of the stage, in a small window beside the text. */
import { at, button, make, style } from './elements.js';
import { on } from './signals.js';

const WHILE = 6000;
const GAP = 8;
let pause = 0;

/** Waits a moment, so that only the last of many page turns is spoken. */
export function announce(words) {
  clearTimeout(pause);
  pause = setTimeout(() => at('polite').replaceChildren(words), 250);
}

/** A message that goes by itself; with `go` it offers to show something; with `stays` it waits for the next. */
export function chip(words, { go, stays } = {}) {
  const made = make('p', 'chip', words, go && button('', () => { made.remove(); go(); }, 'Show'));
  at('chips').replaceChildren(made);
  if (!stays) setTimeout(() => made.remove(), WHILE);
}

/** A note or a finding in a window of its own, near the box that it belongs to. */
export function pop(label, box, ...children) {
  const small = at('pop');
  small.setAttribute('aria-label', label);
  small.replaceChildren(...children);
  small.showPopover();
  const { offsetWidth: width, offsetHeight: height } = small;
  const below = box.bottom + GAP;
  style(small, { left: Math.max(GAP, Math.min(box.left, innerWidth - width - GAP)), top: below + height < innerHeight ? below : Math.max(GAP, box.top - height - GAP) });
  small.focus();
}

const hide = () => at('pop').hidePopover();
on('leaf', ({ document: page }) => page.addEventListener('pointerdown', hide));
on('moved', hide);
