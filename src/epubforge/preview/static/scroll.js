/** A chapter in one long column that scrolls. */
import { firstBox, firstSeen } from './boxes.js';

const OVERLAP = 40;

export class Scroll {
  constructor(leaf, size, moved) {
    Object.assign(this, { leaf, size });
    leaf.document.addEventListener('scroll', moved);
  }

  lay(wishes, sizes) {
    this.leaf.dress(['scroll', ...wishes], sizes);
  }

  get top() {
    return this.leaf.root.scrollTop;
  }

  get room() {
    return Math.max(1, this.leaf.root.scrollHeight - this.size.height);
  }

  turn(step) {
    const before = this.top;
    this.leaf.root.scrollBy(0, step * (this.size.height - OVERLAP));
    return Math.abs(this.top - before) > 1;
  }

  show(element) {
    this.leaf.root.scrollBy(0, firstBox(element).top - this.size.height * 0.12);
  }

  part(share) {
    this.leaf.root.scrollTo(0, share * this.room);
  }

  get share() {
    return Math.min(1, this.top / this.room);
  }

  anchor() {
    const element = firstSeen(this.leaf.body, this.size);
    const { top, height } = element.getBoundingClientRect();
    return { element, above: top, into: -top / Math.max(1, height) };
  }

  /** A swap keeps the very line; another look or size keeps the place in the block. */
  restore({ element, into, above }, exact) {
    const { top, height } = element.getBoundingClientRect();
    this.leaf.root.scrollBy(0, top - (exact ? above : -into * height));
  }

  describe() {
    return `${Math.round(this.share * 100)} %`;
  }
}
