/** Elements made without a framework: make('p', {class: 'a', onclick: f}, 'text', child). */
export const at = (id) => document.getElementById(id);

export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** A button that shows a picture and says its name. */
export function iconButton(picture, label, onclick, attributes = {}) {
  return make('button', { type: 'button', class: 'icon', title: label, 'aria-label': label, onclick, ...attributes }, icon(picture));
}

const SVG = 'http://www.w3.org/2000/svg';
// Drawn for this viewer on a grid of 20, one line of 1.5.
const PICTURES = {
  contents: 'M3 5h2M8 5h9M3 10h2M8 10h9M3 15h2M8 15h6',
  look: 'M2.5 15 6.8 5l4.3 10M4 11.5h5.6M17 9v6M17 12a2.6 3 0 1 1-5.2 0 2.6 3 0 0 1 5.2 0Z',
  device: 'M5.5 2.5h9v15h-9zM9 15.2h2',
  search: 'M13.5 8.5a5 5 0 1 1-10 0 5 5 0 0 1 10 0ZM12.3 12.3 17 17',
  findings: 'M4 17V3h10.5l-2 3.5 2 3.5H4',
  about: 'M3 17h14M5 14v-3M10 14V4M15 14V8',
  plates: 'M3 3h6v6H3zM11 3h6v6h-6zM3 11h6v6H3zM11 11h6v6h-6z',
  help: 'M7 7.5a3 3 0 1 1 4.4 2.6c-1 .6-1.4 1.1-1.4 2.2M10 15.2v.3',
  back: 'M12 4.5 6.5 10l5.5 5.5',
  on: 'M8 4.5 13.5 10 8 15.5',
  close: 'M5 5l10 10M15 5 5 15',
  grip: 'M7 5v.1M7 10v.1M7 15v.1M13 5v.1M13 10v.1M13 15v.1',
  undo: 'M4 8h8a4 4 0 0 1 0 8H8M7 4.5 3.5 8 7 11.5',
  build: 'M10 3v9M6 8.5l4 4 4-4M3.5 16.5h13',
  check: 'M4 10.5 8 15l8-10',
};

export function icon(picture) {
  const drawing = document.createElementNS(SVG, 'svg');
  drawing.setAttribute('viewBox', '0 0 20 20');
  drawing.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', PICTURES[picture]);
  drawing.append(line);
  return drawing;
}
