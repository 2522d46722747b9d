/** A chapter in pages: columns as wide as the screen (page.css), moved by whole screens. */
import { firstBox, firstSeen } from './boxes.js';
import { MARGINS } from './flow.js';
import { settings } from './settings.js';

export class Pages {
  constructor(leaf, size, moved) {
    Object.assign(this, { leaf, size, moved, index: 0, count: 1 });
    const { direction, writingMode } = leaf.document.defaultView.getComputedStyle(leaf.body);
    this.isBackwards = direction === 'rtl';
    this.isVertical = writingMode.startsWith('vertical');
    Object.assign(leaf.root.style, { direction, writingMode });
    leaf.document.addEventListener('scroll', () => this.settle());
  }

  lay(wishes, sizes) {
    const { width, height } = this.size;
    this.step = this.isVertical ? height : width;
    const columns = !this.isVertical && width >= 900 && width > height * 1.1 ? 2 : 1;
    const side = Math.round((width / columns) * MARGINS[settings.margins]);
    const top = Math.round(Math.max(20, height * 0.055));
    const column = this.isVertical ? height - 2 * top : Math.floor(width / columns) - 2 * side;
    const gap = 2 * (this.isVertical ? top : side);
    this.leaf.dress(['pages', ...wishes], { ...sizes, width, height, side, top, column, gap, end: 1 });
    const { scrollWidth, scrollHeight } = this.leaf.root;
    this.count = Math.max(1, Math.ceil(((this.isVertical ? scrollHeight : scrollWidth) - 2) / this.step));
    this.leaf.dress(['pages', ...wishes], { end: this.count * this.step });
    this.go(this.index);
  }

  get offset() {
    return Math.abs(this.isVertical ? this.leaf.root.scrollTop : this.leaf.root.scrollLeft);
  }

  go(index) {
    this.index = Math.min(Math.max(index, 0), this.count - 1);
    const to = this.index * this.step;
    this.leaf.root.scrollTo({ left: this.isVertical ? 0 : this.isBackwards ? -to : to, top: this.isVertical ? to : 0, behavior: 'instant' });
  }

  turn(step) {
    const index = this.index + step;
    if (index < 0 || index >= this.count) return false;
    this.go(index);
    this.moved();
    return true;
  }

  /** The browser itself scrolls to what gets the focus: then to the page that holds it. */
  settle() {
    const index = Math.round(this.offset / this.step);
    if (index === this.index && Math.abs(this.offset - index * this.step) < 1) return;
    this.go(index);
    this.moved();
  }

  pageOf(box) {
    const from = this.isVertical ? box.top : this.isBackwards ? this.size.width - box.right : box.left;
    return Math.floor((from + 1 + this.offset) / this.step);
  }

  show(element) {
    this.go(this.pageOf(firstBox(element)));
  }

  part(share) {
    this.go(Math.floor(share * this.count));
  }

  get share() {
    return this.index / this.count;
  }

  /** The block being read, and how far into it the page is. */
  anchor() {
    const element = firstSeen(this.leaf.body, this.size);
    const [first, pages] = this.extent(element);
    return { element, into: (this.index - first) / pages };
  }

  restore({ element, into }) {
    const [first, pages] = this.extent(element);
    this.go(first + Math.min(pages - 1, Math.floor(into * pages + 0.001)));
  }

  extent(element) {
    const boxes = [...element.getClientRects()];
    const first = this.pageOf(firstBox(element));
    return [first, Math.max(1, (boxes.length ? this.pageOf(boxes.at(-1)) : first) - first + 1)];
  }

  describe() {
    return `Page ${this.index + 1} of ${this.count}`;
  }
}
