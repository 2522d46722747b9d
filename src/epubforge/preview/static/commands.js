/** Every command of the viewer by its name: index.html gives each a button (data-do) and keys (data-keys). */
import { goToChange } from './news.js';
import { toggleContents } from './contents.js';
import { nextEdition } from './editions.js';
import { at } from './elements.js';
import { stepFinding } from './findings.js';
import { close, toggle } from './panel.js';
import { openHere } from './places.js';
import { movePlate, plates, undoPlates } from './plates.js';
import { chapter, end, sideways, turn } from './reader.js';
import { cycle, flip, resize, settings } from './settings.js';
import { build, check } from './work.js';

const commands = {
  right: () => sideways(1), left: () => sideways(-1), next: () => turn(1), previous: () => turn(-1),
  'next-chapter': () => chapter(1), 'previous-chapter': () => chapter(-1), first: () => end(false), last: () => end(true),
  'go-back': () => history.back(), contents: toggleContents, edition: nextEdition,
  larger: () => resize(1), smaller: () => resize(-1), 'usual-size': () => resize(0),
  device: () => cycle('device'), theme: () => cycle('theme'), flow: () => cycle('flow'), spreads: () => flip('spreads'),
  eink: () => flip('eink'), described: () => flip('described'), styles: () => flip('unstyled'),
  search: () => toggle('search'), look: () => toggle('look'), findings: () => toggle('findings'), about: () => toggle('about'),
  'next-finding': () => stepFinding(1), 'previous-finding': () => stepFinding(-1), changed: goToChange, editor: openHere,
  plates, 'undo-plates': undoPlates, earlier: (button) => movePlate(button, -1), later: (button) => movePlate(button, 1),
  build, check, help: () => at('keys').showModal(), close: () => (at('plates').hidden ? close() : plates()),
};

const NAMES = { Space: ' ', 'Shift+N': 'N' };
const keys = new Map([...document.querySelectorAll('[data-keys]')].flatMap(({ dataset }) => dataset.keys.split(' ').map((key) => [NAMES[key] ?? key, dataset.command])));

/** Keys of the viewer and of the pages within it. */
export function press(event) {
  const { key, target } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (target.closest?.('dialog, textarea, select, input:not([type=range], [type=checkbox], [type=radio])') && key !== 'Escape') return;
  if (target.closest?.('dialog, [popover]') || (key === ' ' && target.closest?.('button, summary, a, input'))) return;
  if (target.matches?.('input') && /^(Arrow|Home|End|Page)/.test(key)) return;
  if (key.length === 1 && key !== ' ' && !settings.keys) return;
  const command = keys.get(key);
  if (!command || (!at('plates').hidden && !['close', 'plates', 'help'].includes(command))) return;
  event.preventDefault();
  commands[command]();
}

document.addEventListener('keydown', press);
document.addEventListener('click', ({ target }) => {
  const button = target.closest('[data-do]');
  if (button) commands[button.dataset.do](button);
});
