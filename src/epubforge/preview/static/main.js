/** Opens the book where the address says, and keeps the address in step with the reading. */
import './about.js';
import { book, fetchState, place } from './book.js';
import './commands.js';
import './contents.js';
import './editions.js';
import { at } from './elements.js';
import './foot.js';
import './hands.js';
import { listen } from './live.js';
import './marks.js';
import './news.js';
import { open, reader, relay, reopen, whereabouts } from './reader.js';
import './search.js';
import { on } from './signals.js';

const PAUSE = 300;
const REOPENED = new Set(['flow', 'described', 'unstyled']);

/** The address: #EDITION/HREF~NUMBER, with the number of the block that was read last. */
async function show() {
  const [, edition = book.edition, href, number = 0] = /^#([^/]+)\/(.*?)(?:~(\d+))?$/.exec(decodeURI(location.hash)) ?? [];
  const where = { element: Number(number) };
  if (book.state && edition === book.edition) return open(href, where);
  await fetchState(edition).catch(() => fetchState('main'));
  return open(place(href) < 0 ? book.state.chapter : href, where, true);
}

/** Runs once the last of many calls is a moment ago. */
function calmly(act, pause) {
  let waiting = 0;
  return () => {
    clearTimeout(waiting);
    waiting = setTimeout(act, pause);
  };
}

function write() {
  const number = whereabouts().anchor?.number;
  if (reader.href) history.replaceState(null, '', `#${book.edition}/${encodeURI(reader.href)}${number > 0 ? `~${number}` : ''}`);
}

on('setting', (name) => (REOPENED.has(name) ? reopen() : relay()));
on('moved', calmly(write, PAUSE));
// The way back from a jump is the browser's own.
on('leaving', () => {
  write();
  history.pushState(null, '', location.href);
});
addEventListener('popstate', show);
new ResizeObserver(calmly(relay, 60)).observe(at('stage'));

await show();
at('stage').classList.add('ready');
listen();
