/** A chapter in pages: columns as wide as the screen (page.css), moved by whole screens. */
import { firstBox, firstSeen } from './boxes.js';

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
    const { leaf, isVertical } = this;
    this.step = isVertical ? height : width;
    const columns = !isVertical && width >= 900 && width > height * 1.1 ? 2 : 1;
    const dress = (end) => leaf.dress(['pages', isVertical && 'vertical', ...wishes], { ...sizes, columns, width: `${width}px`, height: `${height}px`, end: `${end}px` });
    dress(1);
    this.count = Math.max(1, Math.ceil((leaf.root[isVertical ? 'scrollHeight' : 'scrollWidth'] - 2) / this.step));
    dress(this.count * this.step);
    this.go(this.index);
  }

  get offset() {
    return Math.abs(this.leaf.root[this.isVertical ? 'scrollTop' : 'scrollLeft']);
  }

  go(index) {
    this.index = Math.min(Math.max(index, 0), this.count - 1);
    const to = this.index * this.step;
    this.leaf.root.scrollTo(this.isVertical ? 0 : this.isBackwards ? -to : to, this.isVertical ? to : 0);
  }

  turn(step) {
    const before = this.index;
    this.go(before + step);
    if (this.index === before) return false;
    this.moved();
    return true;
  }

  /** The browser itself scrolls to what gets the focus: then to the page that holds it. */
  settle() {
    const page = this.offset / this.step;
    if (Math.abs(page - this.index) * this.step < 1) return;
    this.go(Math.round(page));
    this.moved();
  }

  pageOf({ top, left, right }) {
    const from = this.isVertical ? top : this.isBackwards ? this.size.width - right : left;
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
    const first = this.pageOf(firstBox(element));
    const last = [...element.getClientRects()].at(-1);
    return [first, Math.max(1, (last ? this.pageOf(last) : first) - first + 1)];
  }

  describe() {
    return `Page ${this.index + 1} of ${this.count}`;
  }
}
