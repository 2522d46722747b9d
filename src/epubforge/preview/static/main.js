/** Opens the book where the address says, and keeps it in step with the manuscript. */
import { book, fetchState, place } from './book.js';
import { at } from './elements.js';
import './appearance.js';
import './bar.js';
import './contents.js';
import './foot.js';
import './hands.js';
import { listen } from './live.js';
import { open, reader, relay, reopen } from './reader.js';
import { settings } from './settings.js';
import { on } from './signals.js';

/** #EDITION/HREF~NUMBER: an edition, a page, and the block that was read last. */
function wanted() {
  const [, edition, href, number] = /^#([^/]+)\/(.*?)(?:~(\d+))?$/.exec(decodeURI(location.hash)) ?? [];
  return { edition: edition ?? 'main', href, number: number ? Number(number) : -1 };
}

async function start() {
  colour();
  const { edition, href, number } = wanted();
  const state = await fetchState(edition).catch(() => fetchState('main'));
  const first = state.spine.find((item) => item.linear !== false) ?? state.spine[0];
  await open(place(href) < 0 ? first.href : href, number >= 0 ? { element: number } : {});
  at('stage').classList.add('ready');
  listen();
}

function colour() {
  document.documentElement.dataset.chrome = settings.chrome;
}

const REOPENED = new Set(['flow', 'pictures', 'styles']);
on('setting', (name) => {
  if (name === 'chrome') colour();
  else if (REOPENED.has(name)) reopen();
  else relay();
});

let width = 0;
new ResizeObserver(() => {
  clearTimeout(width);
  width = setTimeout(relay, 60);
}).observe(at('stage'));

let written = 0;
on('moved', () => {
  clearTimeout(written);
  written = setTimeout(() => {
    const { element } = reader.view.anchor();
    const number = element ? `~${reader.view.leaf.numberOf(element)}` : '';
    history.replaceState(null, '', `#${book.edition}/${reader.href}${number}`);
  }, 300);
});

start();
