/** Fixed pages: which stand side by side, and how large they are on the screen. */
import { book, isRightToLeft, linear } from './book.js';
import { style } from './elements.js';
import { settings } from './settings.js';

/** Pairs the pages of the book: each spread is [left, right], either may be null; alone, [page]. */
function pairs(pages) {
  const [first, second] = isRightToLeft() ? ['right', 'left'] : ['left', 'right'];
  const spreads = [];
  let open = null;
  pages.forEach((page, index) => {
    const wish = /page-spread-(left|right|center)/.exec(page.properties.join(' '))?.[1];
    const side = wish ?? (open || index === 0 ? second : first);
    if (open && side === second) {
      open[second === 'left' ? 0 : 1] = page;
      open = null;
    } else {
      const pair = side === 'center' ? [page] : side === 'left' ? [page, null] : [null, page];
      spreads.push(pair);
      open = side === first ? pair : null;
    }
  });
  return spreads;
}

/** The spreads of this book on a screen of this size. */
export function spreads({ width, height }) {
  const { spread } = book.state;
  const isWide = width > height || spread === 'both' || spread === 'portrait';
  return settings.spreads && isWide && spread !== 'none' ? pairs(linear()) : linear().map((page) => [page]);
}

/** The size a fixed page says it has. */
function ownSize({ document: page, root }) {
  const said = page.querySelector('meta[name="viewport"]')?.getAttribute('content') ?? '';
  const [width, height] = ['width', 'height'].map((name) => Number(new RegExp(`${name}\\s*=\\s*([\\d.]+)`).exec(said)?.[1]));
  const box = root.getAttribute('viewBox')?.split(/[\s,]+/);
  return width && height ? { width, height } : box ? { width: Number(box[2]), height: Number(box[3]) } : (book.state.viewport ?? { width: 1200, height: 1600 });
}

/** One spread on the screen. */
export class Spread {
  constructor(leaves, all, index, size) {
    Object.assign(this, { leaves, all, index, size, leaf: leaves.find(Boolean), share: 0 });
  }

  lay() {
    const { leaves, size } = this;
    const own = leaves.map((leaf) => ownSize(leaf ?? this.leaf));
    const across = own.reduce((sum, { width }) => sum + width, 0);
    const down = Math.max(...own.map(({ height }) => height));
    const scale = Math.min(size.width / across, size.height / down);
    const top = (size.height - down * scale) / 2;
    let left = (size.width - across * scale) / 2;
    leaves.forEach((leaf, index) => {
      if (leaf) {
        leaf.dress(['fixed']);
        leaf.frame.classList.add('page');
        style(leaf.frame, own[index], { transform: `translate(${left}px, ${top}px) scale(${scale})` });
      }
      if (index === 1) this.gutter = leaves.every(Boolean) && { left, top, height: down * scale };
      left += own[index].width * scale;
    });
  }

  describe() {
    return `${this.leaves.length === 2 ? 'Spread' : 'Page'} ${this.index + 1} of ${this.all.length}`;
  }
}
