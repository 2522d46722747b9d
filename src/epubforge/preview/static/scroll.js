/** A chapter in one long column that scrolls. */
import { firstBox, firstSeen } from './boxes.js';
import { MARGINS } from './looks.js';
import { settings } from './settings.js';

const OVERLAP = 40;

export class Scroll {
  constructor(leaf, size, moved) {
    this.leaf = leaf;
    this.size = size;
    let waiting = false;
    leaf.document.addEventListener('scroll', () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        moved();
      });
    });
  }

  lay(looks) {
    const { width, height } = this.size;
    const side = Math.max(Math.round(width * MARGINS[settings.margins]), Math.round((width - 760) / 2));
    this.leaf.dress(`${looks}
html { padding: 0 ${side}px !important; margin: 0 !important; overflow-y: auto !important; scrollbar-width: thin; }
body { margin: 0 !important; padding-bottom: ${Math.round(height * 0.3)}px !important; }
img, svg, video, object { max-width: 100% !important; }`);
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

  end() {
    this.to(this.room);
  }

  part(share) {
    this.to(share * this.room);
  }

  get share() {
    return Math.min(1, this.top / this.room);
  }

  anchor() {
    const element = firstSeen(this.leaf.body, this.size.width, this.size.height);
    const box = element.getBoundingClientRect();
    return { element, into: -box.top / Math.max(1, box.height), above: box.top, top: this.top };
  }

  restore({ element, into, above, top }, exact) {
    if (!element?.isConnected) return this.to(top);
    const box = element.getBoundingClientRect();
    return this.to(this.top + box.top - (exact ? above : -into * box.height));
  }

  describe() {
    return `${Math.round(this.share * 100)} % of the chapter`;
  }
}
