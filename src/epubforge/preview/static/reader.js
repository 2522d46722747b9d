/** What is open, and every move through the book. */
import { address, book, isFixed, locate, neighbour, place, titleOf } from './book.js';
import { layDevice } from './devices.js';
import { at, make } from './elements.js';
import { Leaf } from './leaf.js';
import { looks } from './looks.js';
import { Pages } from './pages.js';
import { Scroll } from './scroll.js';
import { settings } from './settings.js';
import { tell } from './signals.js';
import { Spread, spreads } from './spreads.js';
import { page } from './server.js';

export const reader = { view: null, leaves: [], href: null };
let size = { width: 0, height: 0 };
let latest = 0;

const moved = () => tell('moved');

/** Opens a page of the book at a place: {fragment}, {element}, {share}, {end} or {anchor}. */
export async function open(href, where = {}, anew = false) {
  const wanted = place(href) < 0 ? book.state.spine[0].href : href;
  if (!anew && reader.leaves.some((leaf) => leaf.href === wanted)) return settleAt(where, wanted);
  const mine = (latest += 1);
  size = layDevice();
  const { hrefs, build } = isFixed() ? spreadOf(wanted) : flowOf(wanted);
  const shape = isFixed() && book.state.viewport ? book.state.viewport : size;
  const leaves = await Promise.all(hrefs.map((one) => one && Leaf.load(at('screen'), one, shape, `Text of the book: ${titleOf(one)}`)));
  if (mine !== latest) return leaves.forEach((leaf) => leaf?.remove());
  const gone = reader.leaves;
  reader.leaves = leaves.filter(Boolean);
  reader.view = build(leaves);
  reader.href = wanted;
  reader.view.lay(looks(settings));
  reader.leaves.forEach((leaf) => tell('leaf', leaf));
  settleAt(where, wanted, false);
  layGutter();
  reader.leaves.forEach((leaf) => leaf.show());
  gone.forEach((leaf) => leaf.remove());
  tell('opened');
  moved();
  // A font that came late moves the lines.
  await Promise.all(reader.leaves.map((leaf) => leaf.document.fonts.ready));
  if (mine === latest && !isFixed() && [...reader.leaves[0].document.fonts].some((font) => font.status === 'loaded')) relay();
}

function flowOf(href) {
  const View = settings.flow === 'pages' ? Pages : Scroll;
  return { hrefs: [href], build: ([leaf]) => new View(leaf, size, moved) };
}

function spreadOf(href) {
  const all = spreads(size);
  const index = Math.max(0, all.findIndex((pair) => pair.some((item) => item?.href === href)));
  return { hrefs: all[index].map((item) => item?.href ?? null), build: (leaves) => new Spread(leaves, all, index, size) };
}

function settleAt({ fragment, element, share, end, anchor }, href, say = true) {
  const { view } = reader;
  const leaf = reader.leaves.find((one) => one.href === href) ?? view.leaf;
  reader.href = leaf.href;
  const target = fragment ? leaf.target(fragment) : element >= 0 ? leaf.element(element) : null;
  if (target) view.show(target);
  else if (end) view.end();
  else if (anchor) view.restore(anchor.number >= 0 ? { ...anchor, element: leaf.element(anchor.number) } : anchor);
  else view.part(share ?? 0);
  if (say) moved();
}

/** One page on or back, over the end of the chapter too. */
export function turn(step) {
  if (!reader.view) return undefined;
  if (isFixed()) return openSpread(reader.view.index + step);
  if (reader.view.turn(step)) return undefined;
  return chapter(step, step < 0);
}

export function chapter(step, toEnd = false) {
  if (isFixed()) {
    const start = spreadEdge(step);
    const next = start && neighbour(start, step);
    return next && open(next.href);
  }
  const next = neighbour(reader.href, step);
  if (next) return open(next.href, { end: toEnd });
  return tell('edge', step);
}

function spreadEdge(step) {
  const shown = book.state.spine.filter((item) => reader.leaves.some((leaf) => leaf.href === item.href));
  return (step > 0 ? shown.at(-1) : shown[0])?.href;
}

function openSpread(index) {
  const pair = reader.view.all[index];
  return pair ? open(pair.find(Boolean).href) : tell('edge', index);
}

/** Opens the first or last page of the book. */
export function edge(last) {
  const linear = book.state.spine.filter((item) => item.linear !== false);
  return last ? open(linear.at(-1).href, { end: true }) : open(linear[0].href);
}

/** Lays the page out anew at another size or look, at the same block. */
export function relay() {
  if (!reader.view) return;
  const anchor = reader.view.anchor();
  size = layDevice();
  if (isFixed()) {
    const same = spreadOf(reader.href).hrefs;
    if (same.join() !== reader.view.leaves.map((leaf) => leaf?.href ?? null).join()) {
      open(reader.href, {}, true);
      return;
    }
  }
  reader.view.size = size;
  for (const leaf of reader.leaves) {
    leaf.frame.style.width = `${size.width}px`;
    leaf.frame.style.height = `${size.height}px`;
  }
  reader.view.lay(looks(settings));
  reader.view.restore(anchor);
  layGutter();
  moved();
}

/** Loads what is shown anew, at the same place. */
export function reopen() {
  if (!reader.view) return undefined;
  const anchor = reader.view.anchor();
  if (anchor.element) anchor.number = reader.view.leaf.numberOf(anchor.element);
  return open(reader.href, { anchor }, true);
}

/** Takes over the changed pages; answers the elements that are new. */
export async function refresh(hrefs, texts) {
  const fresh = [];
  for (const leaf of reader.leaves.filter((one) => hrefs.includes(one.href))) {
    const text = await (texts[leaf.href] ?? page(address(leaf.href)));
    if (text === null || !reader.leaves.includes(leaf)) continue;
    const { view } = reader;
    const anchor = view.anchor();
    const replaced = leaf.refresh(text);
    if (replaced === null) {
      await reopen();
      continue;
    }
    for (let near = anchor.element; near; near = near.parentNode) if (replaced.has(near)) anchor.element = replaced.get(near);
    view.lay(looks(settings));
    view.restore(anchor, true);
    fresh.push(...new Set([...replaced.values()].filter((node) => node.nodeType === 1)));
  }
  if (fresh.length) moved();
  return fresh;
}

/** Follows a link of the book; false when it leads out of it. */
export function follow(url) {
  const there = locate(url);
  if (!there || place(there.href) < 0) return false;
  tell('leaving');
  open(there.href, { fragment: there.fragment });
  return true;
}

function layGutter() {
  document.querySelector('.gutter')?.remove();
  const { gutter } = reader.view;
  if (!gutter) return;
  const shade = make('div', { class: 'gutter' });
  shade.style.left = `${gutter.left}px`;
  shade.style.top = `${gutter.top}px`;
  shade.style.height = `${gutter.height}px`;
  at('screen').append(shade);
}
