/** Search in the whole book; what was looked for is marked on the page. */
import { book, titleOf } from './book.js';
import { at, button, count, make } from './elements.js';
import { goTo, reader } from './reader.js';
import { ask } from './server.js';
import { on } from './signals.js';

const PAUSE = 180;
const query = at('query');
const wanted = () => query.value.trim().toLowerCase();
let waiting = 0;

query.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(find, PAUSE);
});

async function find() {
  const words = wanted();
  const hits = words.length > 1 ? await ask(`/search?${new URLSearchParams({ q: words, edition: book.edition })}`) : [];
  if (words !== wanted()) return;
  at('hits').textContent = words.length > 1 ? count(hits.length, 'place') : '';
  at('results').replaceChildren(...hits.map(({ href, element, excerpt }) => make('li', '',
    button('', () => goTo(href, { element }), make('b', '', titleOf(href)), make('span', '', marked(excerpt, words))))));
  reader.leaves.forEach(light);
}

function marked(excerpt, words) {
  const [start] = found(excerpt, words);
  return start === undefined ? excerpt : [excerpt.slice(0, start), make('mark', '', excerpt.slice(start, start + words.length)), excerpt.slice(start + words.length)];
}

function found(words, wish) {
  const lower = words.toLowerCase();
  const starts = [];
  for (let from = lower.indexOf(wish); from >= 0; from = lower.indexOf(wish, from + wish.length)) starts.push(from);
  return starts;
}

/** Marks the words on a page without touching its elements. */
function light({ document: page }) {
  const { CSS, Highlight, NodeFilter } = page.defaultView;
  const words = wanted();
  const ranges = [];
  const texts = page.createTreeWalker(page.documentElement, NodeFilter.SHOW_TEXT);
  while (words.length > 1 && texts.nextNode()) {
    const node = texts.currentNode;
    for (const start of found(node.data, words)) {
      const range = page.createRange();
      range.setStart(node, start);
      range.setEnd(node, Math.min(node.length, start + words.length));
      ranges.push(range);
    }
  }
  if (Highlight) CSS.highlights.set('found', new Highlight(...ranges));
}

on('leaf', light);
on('renewed', light);
