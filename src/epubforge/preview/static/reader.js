/** What is open, and every move through the book. */
import { address, book, isFixed, isRightToLeft, linear, locate, neighbour, place } from './book.js';
import { layDevice } from './devices.js';
import { at, make } from './elements.js';
import { sizes, wishes } from './flow.js';
import { Leaf } from './leaf.js';
import { Pages } from './pages.js';
import { Scroll } from './scroll.js';
import { text } from './server.js';
import { settings } from './settings.js';
import { tell } from './signals.js';
import { Spread, spreads } from './spreads.js';

export const reader = { view: null, leaves: [], href: null };
let size = { width: 0, height: 0 };
let latest = 0;

const moved = () => tell('moved');
const leafOf = (href) => reader.leaves.find((leaf) => leaf.href === href);
const lay = () => reader.view.lay(wishes(settings), sizes(settings));

/** Opens a page of the book at a place: {fragment}, {element}, {share} or {anchor}. */
export async function open(href, where = {}, anew = false) {
  if (!book.state.spine.length) return;
  const wanted = place(href) < 0 ? linear()[0].href : href;
  if (leafOf(wanted) && !anew) return settleAt(where, wanted);
  const mine = (latest += 1);
  size = layDevice();
  const { hrefs, view } = isFixed() ? spreadOf(wanted) : { hrefs: [wanted], view: ([leaf]) => new (settings.flow === 'pages' ? Pages : Scroll)(leaf, size, moved) };
  const leaves = await Promise.all(hrefs.map((one) => one && Leaf.load(at('screen'), one, (isFixed() && book.state.viewport) || size)));
  if (mine !== latest) return leaves.forEach((leaf) => leaf?.remove());
  const gone = reader.leaves;
  Object.assign(reader, { leaves: leaves.filter(Boolean), view: view(leaves) });
  lay();
  reader.leaves.forEach((leaf) => tell('leaf', leaf));
  settleAt(where, wanted);
  layGutter();
  reader.leaves.forEach((leaf) => leaf.frame.classList.remove('coming'));
  gone.forEach((leaf) => leaf.remove());
  tell('opened');
  // A font that came late moves the lines.
  const fonts = reader.view.leaf.document.fonts;
  if (fonts.status === 'loading') fonts.ready.then(() => mine === latest && relay());
}

function settleAt({ fragment, element, share = 0, anchor }, href) {
  const { view } = reader;
  const leaf = leafOf(href) ?? view.leaf;
  reader.href = leaf.href;
  const target = fragment ? leaf.document.getElementById(fragment) : element > 0 && leaf.element(element);
  if (target) view.show?.(target);
  else if (anchor?.number > 0) view.restore?.({ ...anchor, element: leaf.element(anchor.number) });
  else view.part?.(share);
  moved();
}

function spreadOf(href) {
  const all = spreads(size);
  const index = Math.max(0, all.findIndex((pair) => pair.some((page) => page?.href === href)));
  return { hrefs: all[index].map((page) => page?.href), view: (leaves) => new Spread(leaves, all, index, size) };
}

function layGutter() {
  document.querySelector('.gutter')?.remove();
  const { gutter } = reader.view;
  if (!gutter) return;
  const shade = make('div', { class: 'gutter' });
  for (const [name, value] of Object.entries(gutter)) shade.style[name] = `${value}px`;
  at('screen').append(shade);
}

/** One page on or back, over the end of the chapter too. */
export function turn(step) {
  const { view } = reader;
  if (!view) return undefined;
  if (!isFixed()) return view.turn(step) || chapter(step, step < 0 ? 1 : 0);
  const pair = view.all[view.index + step];
  return pair ? open(pair.find(Boolean).href) : tell('edge', step);
}

export const sideways = (step) => turn(isRightToLeft() ? -step : step);

export function chapter(step, share = 0) {
  const shown = book.state.spine.filter((item) => leafOf(item.href));
  const next = shown.length && neighbour((step > 0 ? shown.at(-1) : shown[0]).href, step);
  return next ? open(next.href, { share }) : tell('edge', step);
}

/** The first or last page of the book. */
export const end = (last) => open(linear().at(last ? -1 : 0).href, { share: last ? 1 : 0 });

/** Lays the page out anew at another size or look, at the same block. */
export function relay() {
  const { view, leaves, href } = reader;
  if (!view) return;
  const anchor = view.anchor?.();
  size = layDevice();
  if (isFixed() && spreadOf(href).hrefs.join() !== view.leaves.map((leaf) => leaf?.href).join()) {
    open(href, {}, true);
    return;
  }
  view.size = size;
  for (const { frame } of leaves) Object.assign(frame.style, { width: `${size.width}px`, height: `${size.height}px` });
  lay();
  view.restore?.(anchor);
  layGutter();
  moved();
}

/** Where one is, to come back to it when the page has been loaded anew. */
export function whereabouts() {
  const { view } = reader;
  const anchor = view?.anchor?.();
  return anchor ? { anchor: { ...anchor, number: view.leaf.numberOf(anchor.element) } } : {};
}

export const reopen = () => open(reader.href, whereabouts(), true);

/** Takes over the new state of pages that are shown; answers the elements that are new. */
export async function refresh(leaves, texts) {
  const fresh = new Set();
  for (const leaf of leaves) {
    const source = await (texts[leaf.href] ?? text(address(leaf.href)));
    if (source === null || leafOf(leaf.href) !== leaf) continue;
    const { view } = reader;
    const anchor = view.anchor?.();
    const replaced = leaf.refresh(source);
    if (!replaced) return reopen();
    leaf.digest = book.state.spine[place(leaf.href)]?.digest;
    lay();
    for (let near = anchor?.element; near; near = near.parentNode) if (replaced.has(near)) anchor.element = replaced.get(near);
    while (anchor?.element && anchor.element.nodeType !== 1) anchor.element = anchor.element.parentNode;
    view.restore?.(anchor, true);
    for (const node of replaced.values()) if (node.nodeType === 1) fresh.add(node);
  }
  moved();
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
