/** What the reader chose, remembered by the browser where it allows that. */
import { tell } from './signals.js';

const KEY = 'epubforge-preview';
const USUAL = {
  device: 'window', scale: 'fit', flow: 'pages', theme: 'day', eink: false, size: 100, font: 'publisher',
  margins: 'normal', lines: 'publisher', spacing: false, styles: true, pictures: true, spreads: true,
  chrome: 'auto', marks: true, keys: true, editor: 'copy', template: '', contents: innerWidth > 900,
};

export const settings = { ...USUAL, ...remembered() };

export function set(name, value) {
  if (settings[name] === value) return;
  settings[name] = value;
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // Private windows may refuse: the choice then holds until the page is closed.
  }
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
