/** The panel at the right: one thing at a time, opened and closed by its button or key. */
import { at, iconButton, make } from './elements.js';
import { tell } from './signals.js';

const contents = new Map();
let opened = null;
let before = null;

export function addPanel(name, title, render) {
  contents.set(name, { title, render });
}

export const shownPanel = () => opened;

export function toggle(name, focus = true) {
  if (opened === name) return close();
  if (!opened) before = document.activeElement;
  opened = name;
  fill();
  at('panel').hidden = false;
  tell('panel');
  if (focus) (at('panel').querySelector('[data-first]') ?? at('panel').querySelector('h2')).focus();
  return undefined;
}

export function close() {
  if (!opened) return;
  opened = null;
  at('panel').hidden = true;
  at('panel').replaceChildren();
  tell('panel');
  (before?.isConnected ? before : at('stage')).focus();
}

/** Draws what is open anew when what it shows has changed. */
export function refill(name) {
  if (opened !== name) return;
  const { scrollTop } = at('panel');
  fill();
  at('panel').scrollTop = scrollTop;
}

function fill() {
  const { title, render } = contents.get(opened);
  at('panel').setAttribute('aria-label', title);
  at('panel').replaceChildren(
    make('div', { class: 'side-head' }, make('h2', { tabindex: -1 }, title), iconButton('close', 'Close', close)),
    ...[render()].flat().filter(Boolean),
  );
}
