/** A small window beside what it belongs to: a note, or a finding. */
import { at } from './elements.js';
import { on } from './signals.js';

const GAP = 8;

/** `box` in the coordinates of the viewer. */
export function pop(label, box, ...children) {
  const pop = at('pop');
  pop.setAttribute('aria-label', label);
  pop.replaceChildren(...children);
  const before = document.activeElement;
  pop.addEventListener('toggle', ({ newState }) => newState === 'closed' && pop.contains(document.activeElement) && before?.focus(), { once: true });
  pop.showPopover();
  const { width, height } = pop.getBoundingClientRect();
  const below = box.bottom + GAP + height < innerHeight;
  pop.style.left = `${Math.max(GAP, Math.min(box.left, innerWidth - width - GAP))}px`;
  pop.style.top = `${below ? box.bottom + GAP : Math.max(GAP, box.top - height - GAP)}px`;
  pop.focus();
}

/** A box of a page in the coordinates of the viewer: the frame may be shown smaller. */
export function onScreen({ frame }, box) {
  const outer = frame.getBoundingClientRect();
  const scale = outer.width / frame.offsetWidth;
  const [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom].map((side, index) => (index % 2 ? outer.top : outer.left) + side * scale);
  return { left, top, right, bottom, width: right - left, height: bottom - top };
}

const hide = () => at('pop').hidePopover();
on('leaf', ({ document: page }) => page.addEventListener('pointerdown', hide));
on('moved', hide);
