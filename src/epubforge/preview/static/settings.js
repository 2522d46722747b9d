/** What the reader chose, remembered by the browser where it allows that; the form is in index.html. */
import { at } from './elements.js';
import { on, tell } from './signals.js';

const KEY = 'epubforge-preview';
const USUAL = {
  device: 'window', scale: 'fit', flow: 'pages', theme: 'day', eink: false, size: 100, font: 'publisher', margins: 'normal',
  lines: 'publisher', spacing: false, unstyled: false, described: false, spreads: true, chrome: 'auto', editor: '', marks: true,
  keys: true, contents: innerWidth > 900,
};
const SIZES = [50, 60, 75, 85, 100, 115, 130, 150, 175, 200, 250, 300];

export const settings = { ...USUAL, ...remembered() };

export function set(name, value) {
  if (settings[name] === value) return;
  settings[name] = value;
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // Private windows may refuse: the choice then holds until the page is closed.
  }
  show();
  tell('setting', name);
}

function remembered() {
  try {
    const kept = Object.entries(JSON.parse(localStorage.getItem(KEY)) ?? {});
    return Object.fromEntries(kept.filter(([name, value]) => typeof value === typeof USUAL[name]));
  } catch {
    return {};
  }
}

/** The next value of a choice, in the order in which the form shows them. */
export function cycle(name) {
  const field = at('panel-look').elements[name];
  const values = [...(field.options ?? field)].map((option) => option.value);
  set(name, values[(values.indexOf(settings[name]) + 1) % values.length]);
}

export const flip = (name) => set(name, !settings[name]);

export function resize(step) {
  const now = SIZES.findIndex((size) => size >= settings.size);
  set('size', step ? SIZES[Math.min(Math.max(now + step, 0), SIZES.length - 1)] : USUAL.size);
}

function show() {
  const form = at('panel-look').elements;
  for (const [name, value] of Object.entries(settings)) {
    if (form[name]?.type === 'checkbox') form[name].checked = value;
    else if (form[name]) form[name].value = value;
  }
  at('size').textContent = `${settings.size} %`;
  document.documentElement.dataset.chrome = settings.chrome;
}

at('panel-look').addEventListener('change', ({ target }) => target.name && set(target.name, target.type === 'checkbox' ? target.checked : target.value));
on('setting', (name) => name === 'device' && set('eink', Boolean(at('device-choice').selectedOptions[0].dataset.ink)));
show();
