/** Fixed pages: which stand side by side, and how large they are on the screen. */
import { book, isRightToLeft } from './book.js';
import { settings } from './settings.js';

const USUAL = { width: 1200, height: 1600 };

/** Pairs the pages of the book: each spread is [left, right], either may be null; alone, [page]. */
export function pairs(spine, rightToLeft, together) {
  if (!together) return spine.map((item) => [item]);
  const [first, second] = rightToLeft ? ['right', 'left'] : ['left', 'right'];
  const side = (item) => /page-spread-(left|right|center)/.exec(item.properties?.join(' ') ?? '')?.[1];
  const spreads = [];
  let open = null;
  spine.forEach((item, index) => {
    const wish = side(item) ?? (index === 0 ? second : null);
    if (wish === 'center') {
      open = null;
      spreads.push([item]);
    } else if (open && (wish ?? second) === second) {
      open[rightToLeft ? 0 : 1] = item;
      open = null;
    } else {
      const leads = (wish ?? first) === first;
      const pair = leads === rightToLeft ? [null, item] : [item, null];
      spreads.push(pair);
      open = leads ? pair : null;
    }
  });
  return spreads;
}

/** The spreads of this book on a screen of this size. */
export function spreads({ width, height }) {
  const wanted = book.state.spread;
  const wide = width > height || wanted === 'both' || wanted === 'portrait';
  return pairs(book.state.spine.filter((item) => item.linear !== false), isRightToLeft(), settings.spreads && wide && wanted !== 'none');
}

/** The size a fixed page says it has. */
export function ownSize(leaf) {
  const said = leaf?.document.querySelector('meta[name="viewport"]')?.getAttribute('content') ?? '';
  const width = Number(/width\s*=\s*([\d.]+)/.exec(said)?.[1]);
  const height = Number(/height\s*=\s*([\d.]+)/.exec(said)?.[1]);
  if (width && height) return { width, height };
  const box = leaf?.root.getAttribute('viewBox')?.split(/[\s,]+/).map(Number);
  return box?.[2] ? { width: box[2], height: box[3] } : (book.state.viewport ?? USUAL);
}

/** One spread on the screen; speaks as Pages does. */
export class Spread {
  constructor(leaves, all, index, size) {
    this.leaves = leaves;
    this.all = all;
    this.index = index;
    this.size = size;
  }

  get leaf() {
    return this.leaves.find(Boolean);
  }

  lay() {
    const { width, height } = this.size;
    const sizes = this.leaves.map((leaf) => ownSize(leaf ?? this.leaf));
    const across = sizes.reduce((sum, size) => sum + size.width, 0);
    const down = Math.max(...sizes.map((size) => size.height));
    const scale = Math.min(width / across, height / down);
    let left = (width - across * scale) / 2;
    this.leaves.forEach((leaf, index) => {
      const own = sizes[index];
      if (leaf) {
        leaf.dress('html, body { overflow: hidden !important; } ::highlight(found) { background: #ffd84d; color: #000; }');
        const style = leaf.frame.style;
        style.width = `${own.width}px`;
        style.height = `${own.height}px`;
        style.transform = `translate(${left}px, ${(height - own.height * scale) / 2}px) scale(${scale})`;
        leaf.frame.classList.add('page');
        leaf.frame.classList.toggle('verso', this.leaves.length === 2 && index === 0);
        leaf.frame.classList.toggle('recto', this.leaves.length === 2 && index === 1);
      }
      left += own.width * scale;
    });
    this.gutter = this.leaves.length === 2 && this.leaves.every(Boolean) ? { left: left - sizes[1].width * scale, height: down * scale, top: (height - down * scale) / 2 } : null;
  }

  turn() {
    return false;
  }

  show() {}

  end() {}

  part() {}

  get share() {
    return 0;
  }

  anchor() {
    return {};
  }

  restore() {}

  describe() {
    return this.leaves.every(Boolean) && this.leaves.length === 2 ? `Spread ${this.index + 1} of ${this.all.length}` : `Page ${this.index + 1} of ${this.all.length}`;
  }
}
