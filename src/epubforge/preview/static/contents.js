/** The contents at the left, with the number of findings beside each entry. */
import { address, book, locate, titleOf } from './book.js';
import { at, count, make, unseen } from './elements.js';
import { findingsOf, worst } from './findings.js';
import { follow, reader } from './reader.js';
import { set, settings } from './settings.js';
import { on } from './signals.js';

const MANY = 12;
const nav = at('contents');
let drawn = '';

const isNarrow = () => innerWidth <= 900;
const url = (href) => new URL(href, address('')).href;

export function toggleContents() {
  set('contents', !settings.contents);
  (settings.contents ? nav.querySelector('[aria-current], a') : at('stage'))?.focus();
}

function show() {
  nav.hidden = !settings.contents;
  document.querySelector('[aria-controls="contents"]').setAttribute('aria-expanded', settings.contents);
}

function draw() {
  const { toc, landmarks, pages, spine } = book.state;
  const now = JSON.stringify([book.edition, toc, landmarks, pages, spine.map(({ href, title }) => [href, title, findingsOf(href).length, worst(href)])]);
  if (now === drawn) return;
  drawn = now;
  const lists = [['Landmarks', landmarks], ['Page list', pages], ['Reading order', spine]].filter(([, entries]) => entries.length);
  nav.querySelector('#toc').replaceChildren(
    list(toc),
    ...lists.map(([name, entries]) => make('details', { class: name === 'Page list' ? 'more page-list' : 'more' }, make('summary', {}, name), list(entries))),
  );
  mark();
}

function list(entries, counted = new Set()) {
  return make('ol', {}, entries.map((entry) => item(entry, counted)));
}

function item({ title, href, children = [] }, counted) {
  const words = make('span', {}, title || titleOf(href));
  const label = href ? make('a', { href: url(href), onclick: go }, words, badge(href, counted)) : make('span', { class: 'entry' }, words);
  const deeper = children.length > 0 && list(children, counted);
  return make('li', {}, label, children.length > MANY ? make('details', {}, make('summary', {}, count(children.length, 'entry', 'entries')), deeper) : deeper);
}

/** The findings of a page, at the first entry that leads to it. */
function badge(where, counted) {
  const { href } = locate(url(where)) ?? {};
  const number = findingsOf(href).length;
  if (!number || counted.has(href)) return null;
  counted.add(href);
  return make('span', { class: `badge ${worst(href)}` }, String(number), unseen(number === 1 ? ' finding' : ' findings'));
}

function go(event) {
  event.preventDefault();
  follow(event.currentTarget.href);
  if (isNarrow()) set('contents', false);
}

/** The entry that is being read. */
function mark() {
  const links = [...nav.querySelectorAll('#toc > ol a')];
  const current = links.find((link) => locate(link.href)?.href === reader.href);
  for (const link of links) link.toggleAttribute('aria-current', link === current);
  current?.setAttribute('aria-current', 'page');
  const fold = current?.closest('details');
  if (fold) fold.open = true;
  if (!nav.contains(document.activeElement)) current?.scrollIntoView({ block: 'nearest' });
}

on('state', draw);
on('findings', draw);
on('opened', mark);
on('setting', show);
if (isNarrow()) settings.contents = false;
show();
