/** One page or chapter of the book in its frame: no scripts, our styles added from outside. */
import { address } from './book.js';
import { make } from './elements.js';
import { describePictures } from './described.js';
import { swap } from './swap.js';
import { settings } from './settings.js';

const XHTML = 'http://www.w3.org/1999/xhtml';

export class Leaf {
  /** Loads out of sight beside what is shown, so that nothing flashes. */
  static load(screen, href, { width, height }, title) {
    const frame = make('iframe', { class: 'leaf coming', sandbox: 'allow-same-origin', title });
    frame.style.width = `${width}px`;
    frame.style.height = `${height}px`;
    return new Promise((ready) => {
      frame.addEventListener('load', () => ready(new Leaf(frame, href)), { once: true });
      frame.src = address(href);
      screen.append(frame);
    });
  }

  constructor(frame, href) {
    this.frame = frame;
    this.href = href;
    this.document = frame.contentDocument;
    this.root = this.document.documentElement;
    // As it came: places are counted here, whatever is done to the page that is shown.
    this.pristine = this.root.cloneNode(true);
    this.style = this.document.createElementNS(XHTML, 'style');
    this.root.append(this.style);
    this.alter();
  }

  get body() {
    return this.document.body ?? this.root;
  }

  show() {
    this.frame.classList.remove('coming');
  }

  remove() {
    this.frame.remove();
  }

  dress(text) {
    this.style.textContent = text;
  }

  /** Pictures as words and pages without styles change the shown page itself. */
  alter() {
    if (!settings.pictures) describePictures(this.document);
    if (settings.styles) return;
    for (const sheet of this.document.styleSheets) sheet.disabled = sheet.ownerNode !== this.style;
    for (const element of this.body.querySelectorAll('[style]')) element.removeAttribute('style');
  }

  /** The nth element of the page as it came, where it stands in the page that is shown. */
  element(number) {
    let wanted = [this.pristine, ...this.pristine.querySelectorAll('*')][number];
    const path = [];
    for (; wanted && wanted !== this.pristine; wanted = wanted.parentNode) path.unshift([...wanted.parentNode.children].indexOf(wanted));
    let found = this.root;
    for (const step of path) found = found.children[step] ?? found;
    return found;
  }

  /** The number of a shown element in the page as it came. */
  numberOf(element) {
    const path = [];
    for (; element && element !== this.root; element = element.parentNode) path.unshift([...element.parentNode.children].indexOf(element));
    let found = this.pristine;
    for (const step of path) found = found.children[step] ?? found;
    return [this.pristine, ...this.pristine.querySelectorAll('*')].indexOf(found);
  }

  target(fragment) {
    return fragment ? this.document.getElementById(fragment) : null;
  }

  /** Takes over a new state of the page; null when it must be loaded anew, else what was replaced. */
  refresh(text) {
    const fresh = new DOMParser().parseFromString(text, 'application/xhtml+xml');
    const old = this.pristine;
    const head = (root) => [...root.children].find((child) => child.localName === 'head');
    const body = (root) => [...root.children].find((child) => child.localName === 'body');
    const root = fresh.documentElement;
    if (!body(root) || !body(old) || !head(root)?.isEqualNode(head(old))) return null;
    const replaced = swap(body(this.root), body(old), body(root));
    this.pristine = root;
    this.alter();
    return replaced;
  }
}
