/** Opens the book where the address says, and keeps the address in step with the reading. */
import { book, fetchState, linear, place } from './book.js';
import './about.js';
import './commands.js';
import './contents.js';
import './editions.js';
import { at } from './elements.js';
import { showError } from './errors.js';
import './foot.js';
import './hands.js';
import { listen } from './live.js';
import './marks.js';
import './news.js';
import './plates.js';
import { open, reader, relay, reopen, whereabouts } from './reader.js';
import './search.js';
import { on } from './signals.js';

/** #EDITION/HREF~NUMBER: an edition, a page, and the block that was read last. */
function wanted() {
  const [, edition, href, number] = /^#([^/]+)\/(.*?)(?:~(\d+))?$/.exec(decodeURI(location.hash)) ?? [];
  return { edition: edition ?? document.body.dataset.edition ?? 'main', href, where: { element: Number(number ?? 0) } };
}

async function show() {
  const { edition, href, where } = wanted();
  if (book.state?.spine.length && edition === book.edition) return open(href, where);
  await fetchState(edition).catch(() => fetchState('main'));
  showError();
  return open(place(href) < 0 ? (book.state.chapter ?? linear()[0]?.href) : href, where, Boolean(reader.view));
}

const REOPENED = new Set(['flow', 'described', 'unstyled']);
on('setting', (name) => (REOPENED.has(name) ? reopen() : relay()));

let resized = 0;
new ResizeObserver(() => {
  clearTimeout(resized);
  resized = setTimeout(relay, 60);
}).observe(at('stage'));

let written = 0;
function write() {
  clearTimeout(written);
  const number = whereabouts().anchor?.number;
  history.replaceState(null, '', `#${book.edition}/${encodeURI(reader.href)}${number > 0 ? `~${number}` : ''}`);
}
on('moved', () => {
  clearTimeout(written);
  written = setTimeout(write, 300);
});
// The way back from a link is the browser's own.
on('leaving', () => {
  write();
  history.pushState(null, '', location.href);
});
addEventListener('popstate', show);

await show();
at('stage').classList.add('ready');
listen();
