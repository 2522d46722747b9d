/** A chapter in pages: CSS columns as wide as the screen, moved by whole screens. */
import { firstBox, firstSeen } from './boxes.js';
import { MARGINS } from './looks.js';
import { settings } from './settings.js';

export class Pages {
  constructor(leaf, size, moved) {
    this.leaf = leaf;
    this.size = size;
    this.moved = moved;
    this.index = 0;
    this.count = 1;
    leaf.document.addEventListener('scroll', () => this.settle());
  }

  /** The style that makes columns; `end` keeps the last screen as wide as the others. */
  css(end = 0) {
    const { width, height } = this.size;
    const style = this.leaf.document.defaultView.getComputedStyle(this.leaf.body);
    this.backwards = style.direction === 'rtl';
    this.vertical = style.writingMode.startsWith('vertical');
    this.step = this.vertical ? height : width;
    const columns = !this.vertical && width >= 900 && width > height * 1.1 ? 2 : 1;
    const side = Math.round((width / columns) * MARGINS[settings.margins]);
    const top = Math.round(Math.max(20, height * 0.055));
    const column = this.vertical ? height - 2 * top : Math.floor(width / columns) - 2 * side;
    const edge = this.vertical ? 'top' : this.backwards ? 'right' : 'left';
    return `html { box-sizing: border-box !important; width: ${width}px !important; height: ${height}px !important; max-width: none !important; min-height: 0 !important;
  margin: 0 !important; padding: ${top}px ${side}px !important; overflow: hidden !important; direction: ${style.direction}; writing-mode: ${style.writingMode};
  column-width: ${column}px !important; column-count: auto !important; column-gap: ${2 * (this.vertical ? top : side)}px !important; column-fill: auto !important; }
html::after { content: ''; position: absolute; ${edge}: ${Math.max(0, end - 1)}px; width: 1px; height: 1px; }
body { margin: 0 !important; max-width: none !important; height: auto !important; min-height: 0 !important; max-height: none !important; position: static !important; }
img, svg, video, object { max-width: 100% !important; max-height: ${height - 2 * top}px !important; break-inside: avoid; }
img { object-fit: contain; }`;
  }

  lay(looks) {
    this.leaf.dress(looks + this.css());
    const { scrollWidth, scrollHeight } = this.leaf.root;
    this.count = Math.max(1, Math.ceil(((this.vertical ? scrollHeight : scrollWidth) - 2) / this.step));
    this.leaf.dress(looks + this.css(this.count * this.step));
    this.go(this.index);
  }

  get offset() {
    return Math.abs(this.vertical ? this.leaf.root.scrollTop : this.leaf.root.scrollLeft);
  }

  go(index) {
    this.index = Math.min(Math.max(index, 0), this.count - 1);
    const to = this.index * this.step;
    this.leaf.root.scrollTo({ left: this.vertical ? 0 : this.backwards ? -to : to, top: this.vertical ? to : 0, behavior: 'instant' });
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
    const { width } = this.size;
    const from = this.vertical ? box.top : this.backwards ? width - box.right : box.left;
    return Math.floor((from + 1 + this.offset) / this.step);
  }

  show(element) {
    this.go(this.pageOf(firstBox(element)));
  }

  end() {
    this.go(this.count - 1);
  }

  part(share) {
    this.go(Math.floor(share * this.count));
  }

  get share() {
    return this.index / this.count;
  }

  /** The block being read, and how far into it the page is. */
  anchor() {
    const element = firstSeen(this.leaf.body, this.size.width, this.size.height);
    const [first, pages] = this.extent(element);
    return { element, into: (this.index - first) / pages, index: this.index };
  }

  restore({ element, into, index }) {
    if (!element?.isConnected) return this.go(index);
    const [first, pages] = this.extent(element);
    return this.go(first + Math.min(pages - 1, Math.floor(into * pages + 0.001)));
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
