/** The keys of the viewer, and the page that shows them. */
import { isRightToLeft } from './book.js';
import { cycle, pickDevice, resize } from './appearance.js';
import { toggleContents } from './contents.js';
import { DEVICES } from './devices.js';
import { make } from './elements.js';
import { toggle, close, shownPanel } from './panel.js';
import { chapter, edge, turn } from './reader.js';
import { set, settings } from './settings.js';

const sideways = (step) => turn(isRightToLeft() ? -step : step);
const devices = Object.keys(DEVICES);

// [keys, what they do, action]; every action has a button or a field as well.
const KEYS = [
  [['ArrowRight'], 'Page to the right', () => sideways(1)],
  [['ArrowLeft'], 'Page to the left', () => sideways(-1)],
  [['PageDown', ' '], 'Next page', () => turn(1)],
  [['PageUp'], 'Previous page', () => turn(-1)],
  [[']'], 'Next chapter', () => chapter(1)],
  [['['], 'Previous chapter', () => chapter(-1)],
  [['Home'], 'Beginning of the book', () => edge(false)],
  [['End'], 'End of the book', () => edge(true)],
  [['+', '='], 'Larger type', () => resize(1)],
  [['-'], 'Smaller type', () => resize(-1)],
  [['0'], 'Type as published', () => resize(0)],
  [['c'], 'Contents', toggleContents],
  [['a'], 'Appearance', () => toggle('look')],
  [['d'], 'Next device', () => pickDevice(devices[(devices.indexOf(settings.device) + 1) % devices.length])],
  [['t'], 'Day, sepia, night, forced colours', () => cycle('theme', ['day', 'sepia', 'night', 'forced'])],
  [['e'], 'E-ink', () => set('eink', !settings.eink)],
  [['m'], 'Pages or scroll', () => cycle('flow', ['pages', 'scroll'])],
  [['s'], 'Spreads or single pages', () => set('spreads', !settings.spreads)],
  [['?'], 'These keys', showKeys],
];

export function press(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') {
    if (shownPanel()) close();
    return;
  }
  const target = event.target;
  if (target.closest?.('dialog, input:not([type=range], [type=checkbox], [type=radio]), textarea, select')) return;
  if (target.closest?.('button, summary, a') && event.key === ' ') return;
  if (target.matches?.('input') && (/^(Arrow|Home|End|Page)/.test(event.key) || event.key === ' ')) return;
  if (event.key.length === 1 && event.key !== ' ' && !settings.keys) return;
  const found = KEYS.find(([keys]) => keys.includes(event.key));
  if (!found) return;
  event.preventDefault();
  found[2]();
}

const NAMES = { ArrowRight: '→', ArrowLeft: '←', ' ': 'Space', PageDown: 'Page ↓', PageUp: 'Page ↑' };

export function showKeys() {
  const rows = KEYS.map(([keys, words]) => make('div', {}, make('dt', {}, ...keys.map((key) => make('kbd', {}, NAMES[key] ?? key))), make('dd', {}, words)));
  const dialog = make('dialog', { class: 'keys', 'aria-labelledby': 'keys-title', onclose: () => dialog.remove() },
    make('h2', { id: 'keys-title' }, 'Keys'),
    make('dl', {}, ...rows),
    make('p', { class: 'quiet' }, 'Single letters can be turned off under Appearance.'),
    make('form', { method: 'dialog' }, make('button', { class: 'plain' }, 'Close')));
  document.body.append(dialog);
  dialog.showModal();
}

document.addEventListener('keydown', press);
