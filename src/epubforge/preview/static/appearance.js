/** The panel in which the reading system is set: device, light, type. */
import { DEVICES } from './devices.js';
import { make } from './elements.js';
import { addPanel, refill } from './panel.js';
import { isFixed } from './book.js';
import { set, settings } from './settings.js';
import { on } from './signals.js';

const SIZES = [50, 60, 75, 85, 100, 115, 130, 150, 175, 200, 250, 300];

export function resize(step) {
  const now = SIZES.findIndex((size) => size >= settings.size);
  set('size', step === 0 ? 100 : SIZES[Math.min(Math.max(now + step, 0), SIZES.length - 1)]);
}

export function cycle(name, values) {
  set(name, values[(values.indexOf(settings[name]) + 1) % values.length]);
}

export function pickDevice(name) {
  set('device', name);
  set('eink', Boolean(DEVICES[name].ink));
}

export const THEME_NAMES = { day: 'Day', sepia: 'Sepia', night: 'Night', forced: 'Forced colours' };

/** A row of choices of which one holds. */
function choice(name, label, options, flowing = false) {
  const row = Object.entries(options).map(([value, words]) => make('label', {},
    make('input', {
      type: 'radio', name, value, checked: String(settings[name]) === value,
      onchange: () => set(name, typeof settings[name] === 'boolean' ? value === 'true' : value),
    }),
    make('span', {}, words)));
  return make('fieldset', { class: 'choice', disabled: flowing && isFixed() }, make('legend', {}, label), make('div', { class: 'row' }, ...row));
}

function tick(name, label, flowing = false) {
  return make('label', { class: 'tick' },
    make('input', { type: 'checkbox', checked: settings[name], disabled: flowing && isFixed(), onchange: (event) => set(name, event.target.checked) }),
    make('span', {}, label));
}

function render() {
  const devices = make('select', { id: 'device-choice', 'data-first': true, onchange: (event) => pickDevice(event.target.value) },
    ...Object.entries(DEVICES).map(([key, { name, width, height }]) =>
      make('option', { value: key, selected: key === settings.device }, width ? `${name} – ${width} × ${height}` : name)));
  const size = make('div', { class: 'stepper', role: 'group', 'aria-label': 'Font size' },
    make('button', { type: 'button', 'aria-label': 'Smaller', onclick: () => resize(-1), disabled: isFixed() }, 'A'),
    make('output', {}, `${settings.size} %`),
    make('button', { type: 'button', class: 'large', 'aria-label': 'Larger', onclick: () => resize(1), disabled: isFixed() }, 'A'));
  return [
    make('label', { class: 'field', for: 'device-choice' }, 'Device'),
    devices,
    choice('scale', 'Device is shown', { fit: 'To fit', true: 'At true size' }),
    tick('eink', 'E-ink, 16 levels'),
    isFixed() ? tick('spreads', 'Two pages side by side') : choice('flow', 'Turning', { pages: 'Pages', scroll: 'Scroll' }),
    isFixed() ? make('p', { class: 'quiet' }, 'The pages of this edition are fixed: their type and colours cannot be changed, here or in any reading system.') : null,
    choice('theme', 'Light', THEME_NAMES, true),
    make('p', { class: 'field' }, 'Font size'), size,
    choice('font', 'Typeface', { publisher: 'Publisher’s', serif: 'Serif', sans: 'Sans' }, true),
    choice('margins', 'Margins', { narrow: 'Narrow', normal: 'Normal', wide: 'Wide' }, true),
    choice('lines', 'Line height', { publisher: 'Publisher’s', 1.3: '1.3', 1.5: '1.5', 1.8: '1.8' }, true),
    make('h3', {}, 'Trials'),
    tick('spacing', 'Text spacing of WCAG 1.4.12', true),
    choice('styles', 'Styles', { true: 'As designed', false: 'No CSS' }, true),
    choice('pictures', 'Pictures', { true: 'Shown', false: 'As descriptions' }),
    make('h3', {}, 'The viewer'),
    choice('chrome', 'Its colours', { auto: 'As the system', light: 'Light', dark: 'Dark' }),
    tick('marks', 'Findings beside the text'),
    tick('keys', 'Single keys as commands'),
  ];
}

addPanel('look', 'Appearance', render);
on('setting', () => {
  const name = document.activeElement?.name;
  const value = document.activeElement?.value;
  refill('look');
  if (name) document.querySelector(`#panel [name="${name}"][value="${value}"]`)?.focus();
});
