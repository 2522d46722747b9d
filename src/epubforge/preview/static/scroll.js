/** A chapter in one long column that scrolls. */
import { firstBox, firstSeen } from './boxes.js';
import { MARGINS } from './flow.js';
import { settings } from './settings.js';

const OVERLAP = 40;

export class Scroll {
  constructor(leaf, size, moved) {
    Object.assign(this, { leaf, size });
    leaf.document.addEventListener('scroll', moved);
  }

  lay(wishes, sizes) {
    this.leaf.dress(['scroll', ...wishes], { ...sizes, side: Math.round(this.size.width * MARGINS[settings.margins]) });
  }

  get top() {
    return this.leaf.root.scrollTop;
  }

  get room() {
    return Math.max(1, this.leaf.root.scrollHeight - this.size.height);
  }

  to(top) {
    this.leaf.root.scrollTo({ top, behavior: 'instant' });
  }

  turn(step) {
    const before = this.top;
    this.to(before + step * (this.size.height - OVERLAP));
    return Math.abs(this.top - before) > 1;
  }

  show(element) {
    this.to(this.top + firstBox(element).top - this.size.height * 0.12);
  }

  part(share) {
    this.to(share * this.room);
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
    this.to(this.top + top - (exact ? above : -into * height));
  }

  describe() {
    return `${Math.round(this.share * 100)} %`;
  }
}
