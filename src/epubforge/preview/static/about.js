/** The book in figures, what shops say of its accessibility; the finished EPUB as a download, and what EPUBCheck and Ace say of it. */
import { address, book } from './book.js';
import { at, count, make } from './elements.js';
import { addChecked } from './findings.js';
import { follow } from './reader.js';
import { send } from './server.js';
import { on } from './signals.js';

const HEAVY = 10;
const CARD = { ways: 'Ways of reading', conformance: 'Conformance', navigation: 'Navigation', hazards: 'Hazards' };
const weight = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);
const time = (minutes) => (minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`);
const number = (words) => words.toLocaleString('en');
const say = (...words) => at('work-said').replaceChildren(...words);

function draw() {
  if (!at('about').open) return;
  const { stats, spine, card, can } = book.state;
  const sums = { words: number(stats.words), 'to read': time(stats.minutes), 'in all': weight(stats.bytes) };
  at('work').hidden = !can.build;
  at('figures').replaceChildren(
    make('dl', 'sums', Object.entries(sums).map(([words, sum]) => make('div', '', make('dt', '', words), make('dd', '', sum)))),
    ...table('Chapters', 'Words', spine.map(({ href, title, words, bytes }) => [link(href, title), number(words), weight(bytes), words])),
    ...table('Heaviest pictures', 'Pixels', stats.pictures.slice(0, HEAVY).map(({ href, bytes, width, height }) => [href.split('/').at(-1), `${width} × ${height}`, weight(bytes), bytes])),
    ...(card ? [make('h3', '', 'Accessibility, as shops show it'), ...shown(card)] : []),
  );
}

/** Rows of three cells and a share, which is drawn as a line. */
function table(title, middle, rows) {
  if (!rows.length) return [];
  const most = Math.max(1, ...rows.map((cells) => cells[3]));
  const row = (cell, words, share = 0) => make('tr', { style: `--part: ${(share / most) * 100}%` }, words.map((each) => make(cell, '', each)));
  return [make('h3', '', title), make('table', { 'aria-label': title }, make('thead', 'unseen', row('th', ['Name', middle, 'Size'])), make('tbody', '', rows.map((cells) => row('td', cells.slice(0, 3), cells[3]))))];
}

const link = (href, title) => make('a', { href: address(href), onclick: (event) => { event.preventDefault(); follow(address(href)); } }, title);

function shown(card) {
  const points = Object.entries(CARD).filter(([name]) => card[name]?.length);
  return [...points.flatMap(([name, title]) => [make('h4', '', title), make('ul', '', card[name].map((words) => make('li', '', words)))]), make('p', 'summary', card.summary)];
}

async function busy(words, work) {
  at('work').toggleAttribute('inert', true);
  say(words);
  await work().catch((fault) => say(fault.message));
  at('work').toggleAttribute('inert', false);
}

export const build = () => busy('Building …', async () => {
  const answer = await send('/build');
  const name = /filename="?([^";]+)/.exec(answer.headers.get('Content-Disposition'))?.[1] ?? 'book.epub';
  const made = URL.createObjectURL(await answer.blob());
  make('a', { href: made, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(made), 60_000);
  say(`${name} is downloaded.`);
});

export const check = () => busy('EPUBCheck and Ace are reading the book …', async () => {
  const { epubcheck, ace } = book.state.can;
  const { findings, missing } = await (await send('/check', { epubcheck, ace })).json();
  addChecked(findings);
  say(findings.length ? `${count(findings.length, 'finding')}, shown with the others.` : 'Nothing is found wrong.', ...missing.map(({ tool, command }) => make('span', 'missing', `${tool} is not installed: `, make('code', '', command))));
});

at('about').addEventListener('toggle', draw);
on('state', draw);
