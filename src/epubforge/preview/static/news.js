/** Takes over every change of the book at the place that is being read. */
import { address, book, fetchState, place, titleOf } from './book.js';
import { chip } from './chips.js';
import { showError } from './errors.js';
import { point } from './marks.js';
import { open, reader, refresh, reopen } from './reader.js';
import { text } from './server.js';
import { on, tell } from './signals.js';

let waiting = null;
let busy = false;
let latest = null;
let gone = null;

/** News that come while others are taken over are taken over together. */
on('news', async (news) => {
  waiting = { ...news, changed: [...(waiting?.changed ?? []), ...news.changed] };
  if (busy) return;
  busy = true;
  while (waiting) {
    const now = waiting;
    waiting = null;
    await take(now).catch(() => undefined);
  }
  busy = false;
});

async function take({ changed, revision }) {
  // The pages are asked for with the state, not after it.
  const texts = Object.fromEntries(reader.leaves.filter(({ href }) => changed.includes(href)).map(({ href }) => [href, text(address(href))]));
  const before = new Map(book.state.spine.map(({ href, digest }) => [href, digest]));
  await fetchState();
  showError();
  const { spine } = book.state;
  if (!spine.length) return;
  if (!reader.view || !reader.leaves.every(({ href }) => place(href) >= 0)) return void (await open(reader.href ?? spine[0].href, {}, true));
  const isStale = reader.leaves.map((leaf) => leaf.renew(changed, revision)).some(Boolean);
  const stale = reader.leaves.filter(({ href, digest }) => spine[place(href)].digest !== digest);
  const fresh = [...((isStale ? await reopen() : await refresh(stale, texts)) ?? [])];
  reader.leaves.forEach((leaf) => tell('renewed', leaf));
  const other = spine.find(({ href, digest }) => before.get(href) !== digest && changed.includes(href) && !reader.leaves.some((leaf) => leaf.href === href));
  if (fresh.length) showFresh(fresh);
  else if (other && !isStale) remember(other.href);
}

function showFresh(fresh) {
  const leaf = reader.leaves.find(({ document: page }) => page === fresh[0].ownerDocument);
  const seen = fresh.filter((element) => element.isConnected && point(leaf, element));
  if (!seen.length && leaf) remember(leaf.href, leaf.numberOf(fresh[0]));
}

function remember(href, element = 0) {
  latest = { href, element };
  chip(`Changed in ${titleOf(href)}`, { go: goToChange });
}

export function goToChange() {
  if (!latest) return;
  tell('leaving');
  open(latest.href, { element: latest.element });
}

on('connected', (is) => {
  gone?.();
  gone = is ? chip('The preview is back') && null : chip('The preview has ended or is out of reach. This page waits for it.', { stays: true });
});
