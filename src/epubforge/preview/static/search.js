/** Search in the whole book; what was looked for is marked on the page. */
import { book, titleOf } from './book.js';
import { at, count, make } from './elements.js';
import { open, reader } from './reader.js';
import { ask } from './server.js';
import { on, tell } from './signals.js';

const PAUSE = 180;
const query = at('query');
let waiting = 0;

query.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(find, PAUSE);
});

async function find() {
  const words = query.value.trim();
  const hits = words.length > 1 ? await ask(`/search?q=${encodeURIComponent(words)}&edition=${encodeURIComponent(book.edition)}`) : [];
  if (words !== query.value.trim()) return;
  at('hits').textContent = words.length > 1 ? count(hits.length, 'place') : '';
  at('results').replaceChildren(...hits.map((hit) => make('li', {},
    make('button', { type: 'button', onclick: () => go(hit) }, make('b', {}, titleOf(hit.href)), make('span', {}, marked(hit.excerpt, words))))));
  reader.leaves.forEach(light);
}

function go({ href, element }) {
  tell('leaving');
  open(href, { element });
}

function marked(excerpt, words) {
  const start = excerpt.toLowerCase().indexOf(words.toLowerCase());
  return start < 0 ? excerpt : [excerpt.slice(0, start), make('mark', {}, excerpt.slice(start, start + words.length)), excerpt.slice(start + words.length)];
}

/** Marks the words on a page without touching its elements. */
function light({ document: page }) {
  const { CSS, Highlight, NodeFilter } = page.defaultView;
  if (!Highlight) return;
  const words = query.value.trim().toLowerCase();
  const ranges = [];
  const texts = page.createTreeWalker(page.body ?? page, NodeFilter.SHOW_TEXT);
  while (words.length > 1 && texts.nextNode()) {
    const { data } = texts.currentNode;
    for (let from = data.toLowerCase().indexOf(words); from >= 0; from = data.toLowerCase().indexOf(words, from + 1)) {
      const range = page.createRange();
      range.setStart(texts.currentNode, from);
      range.setEnd(texts.currentNode, Math.min(data.length, from + words.length));
      ranges.push(range);
    }
  }
  CSS.highlights.set('found', new Highlight(...ranges));
}

on('leaf', light);
on('renewed', light);
