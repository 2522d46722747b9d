/** Fixed pages: which stand side by side, and how large they are on the screen. */
import { book, isRightToLeft, linear } from './book.js';
import { settings } from './settings.js';

/** Pairs the pages of the book: each spread is [left, right], either may be null; alone, [page]. */
export function pairs(pages, rightToLeft, together) {
  if (!together) return pages.map((page) => [page]);
  const [first, second] = rightToLeft ? ['right', 'left'] : ['left', 'right'];
  const spreads = [];
  let open = null;
  pages.forEach((page, index) => {
    const wish = /page-spread-(left|right|center)/.exec(page.properties.join(' '))?.[1];
    const side = wish ?? (open || index === 0 ? second : first);
    if (open && side === second) {
      open[rightToLeft ? 0 : 1] = page;
      open = null;
    } else if (side === 'center') {
      spreads.push([page]);
      open = null;
    } else {
      const pair = side === 'left' ? [page, null] : [null, page];
      spreads.push(pair);
      open = side === first ? pair : null;
    }
  });
  return spreads;
}

/** The spreads of this book on a screen of this size. */
export function spreads({ width, height }) {
  const { spread } = book.state;
  const wide = width > height || spread === 'both' || spread === 'portrait';
  return pairs(linear(), isRightToLeft(), settings.spreads && wide && spread !== 'none');
}

/** The size a fixed page says it has. */
function ownSize(leaf) {
  const said = leaf.document.querySelector('meta[name="viewport"]')?.getAttribute('content') ?? '';
  const [width, height] = ['width', 'height'].map((name) => Number(new RegExp(`${name}\\s*=\\s*([\\d.]+)`).exec(said)?.[1]));
  if (width && height) return { width, height };
  const [, , wide, high] = leaf.root.getAttribute('viewBox')?.split(/[\s,]+/).map(Number) ?? [];
  return wide && high ? { width: wide, height: high } : (book.state.viewport ?? { width: 1200, height: 1600 });
}

/** One spread on the screen. */
export class Spread {
  constructor(leaves, all, index, size) {
    Object.assign(this, { leaves, all, index, size, leaf: leaves.find(Boolean), share: 0 });
  }

  lay() {
    const { width, height } = this.size;
    const own = this.leaves.map((leaf) => ownSize(leaf ?? this.leaf));
    const across = own.reduce((sum, size) => sum + size.width, 0);
    const down = Math.max(...own.map((size) => size.height));
    const scale = Math.min(width / across, height / down);
    let left = (width - across * scale) / 2;
    const top = (height - down * scale) / 2;
    this.gutter = null;
    this.leaves.forEach((leaf, index) => {
      if (index === 1 && leaf && this.leaves[0]) this.gutter = { left, top, height: down * scale };
      if (leaf) {
        leaf.dress(['fixed']);
        leaf.frame.classList.add('page');
        Object.assign(leaf.frame.style, { width: `${own[index].width}px`, height: `${own[index].height}px`, transform: `translate(${left}px, ${top}px) scale(${scale})` });
      }
      left += own[index].width * scale;
    });
  }

  describe() {
    return `${this.leaves.length === 2 ? 'Spread' : 'Page'} ${this.index + 1} of ${this.all.length}`;
  }
}
