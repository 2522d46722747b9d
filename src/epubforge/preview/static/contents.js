/** The contents at the left, with the number of findings beside each entry. */
import { book, locate, titleOf } from './book.js';
import { at, iconButton, make } from './elements.js';
import { findingsOf, worst } from './findings.js';
import { follow, open, reader } from './reader.js';
import { set, settings } from './settings.js';
import { on } from './signals.js';

const MANY = 12;
let drawn = '';

export function toggleContents() {
  set('contents', !settings.contents);
  if (settings.contents) at('contents').querySelector('a, summary')?.focus();
}

function show() {
  at('contents').hidden = !settings.contents;
}

function draw() {
  const { toc, landmarks, pages, spine } = book.state;
  const counts = spine.map(({ href }) => [href, findingsOf(href).length, worst(href)]);
  const now = JSON.stringify([book.edition, toc, landmarks, pages, counts]);
  if (now === drawn) return;
  drawn = now;
  const counted = new Set();
  at('contents').replaceChildren(
    make('div', { class: 'side-head' }, make('h2', {}, 'Contents'), iconButton('close', 'Close the contents', toggleContents)),
    list(toc, counted),
    ...[['Landmarks', landmarks], ['Page list', pages], ['Reading order', spine]].filter(([, entries]) => entries.length).map(([name, entries]) =>
      make('details', { class: 'more' }, make('summary', {}, name), list(entries, new Set(), name === 'Page list'))),
  );
  mark();
}

function list(entries, counted, inRow = false) {
  return make('ol', { class: inRow ? 'page-list' : false }, ...entries.map((entry) => item(entry, counted)));
}

function item({ title, href, children = [] }, counted) {
  const label = href
    ? make('a', { href: `#${book.edition}/${href}`, 'data-href': href, onclick: (event) => go(event, href) }, make('span', {}, title || titleOf(href)), badge(href, counted))
    : make('span', { class: 'entry' }, title);
  const deeper = children.length ? list(children, counted) : null;
  const folded = deeper && children.length > MANY ? make('details', {}, make('summary', {}, `${children.length} entries`), deeper) : deeper;
  return make('li', {}, label, folded);
}

function badge(href, counted) {
  const there = locate(new URL(href, `${location.origin}/book/${encodeURIComponent(book.edition)}/`)).href;
  if (counted.has(there)) return null;
  counted.add(there);
  const count = findingsOf(there).length;
  return count ? make('span', { class: `badge ${worst(there)}` }, String(count), make('span', { class: 'unseen' }, count === 1 ? ' finding' : ' findings')) : null;
}

function go(event, href) {
  event.preventDefault();
  follow(new URL(href, `${location.origin}/book/${encodeURIComponent(book.edition)}/`).href) || open(href);
  if (innerWidth <= 900) set('contents', false);
}

/** The entry that is being read. */
function mark() {
  let current = null;
  for (const link of at('contents').querySelectorAll(':scope > ol a')) {
    link.removeAttribute('aria-current');
    const [href] = link.dataset.href.split('#');
    if (!current && href === reader.href) current = link;
  }
  current?.setAttribute('aria-current', 'page');
  const fold = current?.closest('details');
  if (fold) fold.open = true;
  current?.scrollIntoView({ block: 'nearest' });
}

on('state', draw);
on('findings', draw);
on('opened', mark);
on('setting', (name) => name === 'contents' && show());
show();
