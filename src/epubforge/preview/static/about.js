/** The book in figures: words and time, chapters and their weight, pictures, and what shops say of its accessibility. */
import { address, book } from './book.js';
import { at, make } from './elements.js';
import { draws } from './panel.js';
import { follow } from './reader.js';

const HEAVY = 10;
const CARD = { ways: 'Ways of reading', conformance: 'Conformance', navigation: 'Navigation', hazards: 'Hazards' };

const weight = (bytes) => (bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`);
const time = (minutes) => (minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`);

function draw() {
  const { stats, spine, card, can } = book.state;
  at('work').hidden = !can.build && !can.epubcheck && !can.ace;
  const most = Math.max(1, ...spine.map(({ words }) => words));
  at('figures').replaceChildren(
    make('dl', { class: 'sums' }, sum(stats.words.toLocaleString('en'), 'words'), sum(time(stats.minutes), 'to read'), sum(weight(stats.bytes), 'in all')),
    make('h3', {}, 'Chapters'),
    make('table', {}, make('thead', { class: 'unseen' }, row('th', 'Chapter', 'Words', 'Size')), make('tbody', {}, spine.filter(({ words }) => words).map((item) => chapter(item, most)))),
    make('h3', {}, 'Heaviest pictures'),
    make('table', {}, make('thead', { class: 'unseen' }, row('th', 'Picture', 'Pixels', 'Size')), make('tbody', {}, stats.pictures.slice(0, HEAVY).map(({ href, bytes, width, height }) => row('td', href.split('/').at(-1), `${width} × ${height}`, weight(bytes))))),
    ...(card ? [make('h3', {}, 'Accessibility, as shops show it'), ...shown(card)] : []),
  );
}

const sum = (number, words) => make('div', {}, make('dt', {}, words), make('dd', {}, number));
const row = (cell, ...texts) => make('tr', {}, texts.map((words) => make(cell, cell === 'th' ? { scope: 'col' } : {}, words)));

function chapter({ href, title, words, bytes }, most) {
  const link = make('a', { href: address(href), onclick: (event) => { event.preventDefault(); follow(event.currentTarget.href); } }, title);
  const made = row('td', link, words.toLocaleString('en'), weight(bytes));
  made.style.setProperty('--part', `${(words / most) * 100}%`);
  return made;
}

function shown(card) {
  return [
    ...Object.entries(CARD).filter(([name]) => card[name]?.length).map(([name, title]) => make('section', {}, make('h4', {}, title), make('ul', {}, card[name].map((words) => make('li', {}, words))))),
    card.summary && make('section', {}, make('h4', {}, 'Summary'), make('p', {}, card.summary)),
  ].filter(Boolean);
}

draws('about', draw, 'state');
