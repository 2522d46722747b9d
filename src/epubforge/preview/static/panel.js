/** The panel at the right: one section of it at a time, opened and closed by its button or key. */
import { at } from './elements.js';
import { on, tell } from './signals.js';

let opened = null;
let before = null;

export const shownPanel = () => opened;

export function toggle(name) {
  if (opened === name) return close();
  if (!opened) before = document.activeElement;
  opened = name;
  show();
  tell('panel', name);
  const section = at(`panel-${name}`);
  at('panel').setAttribute('aria-label', section.querySelector('h2').textContent);
  return (section.querySelector('input[type=search]') ?? section.querySelector('h2')).focus();
}

export function close() {
  if (!opened) return;
  opened = null;
  show();
  (before?.isConnected ? before : at('stage')).focus();
}

function show() {
  at('panel').hidden = !opened;
  for (const section of at('panel').children) section.hidden = section.id !== `panel-${opened}`;
  for (const button of document.querySelectorAll('[aria-controls^="panel-"]')) button.setAttribute('aria-expanded', button.getAttribute('aria-controls') === `panel-${opened}`);
}

/** Draws a section when it is opened, and again when what it shows has changed. */
export function draws(name, draw, ...signals) {
  const again = () => opened === name && draw();
  for (const signal of ['panel', ...signals]) on(signal, again);
}
