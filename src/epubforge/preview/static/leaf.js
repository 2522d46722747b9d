/** One page or chapter of the book in its frame: no scripts, our styles added from outside. */
import { address, book, place, titleOf } from './book.js';
import { describePictures } from './described.js';
import { make } from './elements.js';
import { text } from './server.js';
import { settings } from './settings.js';
import { swap } from './swap.js';

const XHTML = 'http://www.w3.org/1999/xhtml';
const sheet = text('/viewer/page.css');
const child = (root, name) => [...root.children].find((element) => element.localName === name);

export class Leaf {
  /** Loads out of sight beside what is shown, so that nothing flashes. */
  static async load(screen, href, { width, height }) {
    const frame = make('iframe', { class: 'leaf coming', sandbox: 'allow-same-origin', title: `Text of the book: ${titleOf(href)}`, src: address(href) });
    Object.assign(frame.style, { width: `${width}px`, height: `${height}px` });
    const loaded = new Promise((ready) => frame.addEventListener('load', ready, { once: true }));
    screen.append(frame);
    await loaded;
    return new Leaf(frame, href, await sheet);
  }

  constructor(frame, href, css) {
    this.frame = frame;
    this.href = href;
    this.digest = book.state.spine[place(href)]?.digest;
    this.document = frame.contentDocument;
    this.root = this.document.documentElement;
    this.pristine = this.root.cloneNode(true);
    // At the very end, where it changes the number of no element.
    const style = this.document.createElementNS(XHTML, 'style');
    style.textContent = css;
    this.root.append(style);
    this.style = style;
    this.alter();
  }

  get body() {
    return this.document.body ?? this.root;
  }

  remove() {
    this.frame.remove();
  }

  /** Says to page.css what is wished, and how large things are. */
  dress(wishes, sizes = {}) {
    this.root.setAttribute('data-ef', wishes.filter(Boolean).join(' '));
    for (const [name, value] of Object.entries(sizes)) this.root.style.setProperty(`--ef-${name}`, typeof value === 'number' ? `${value}px` : value);
  }

  /** Pictures as words and pages without styles change the shown page itself; never the number of its elements. */
  alter() {
    if (settings.described) describePictures(this.document);
    if (!settings.unstyled) return;
    for (const each of this.document.styleSheets) each.disabled = each.ownerNode !== this.style;
    for (const element of this.body.querySelectorAll('[style]')) element.removeAttribute('style');
  }

  element(number) {
    return this.document.querySelectorAll('*')[number] ?? this.body;
  }

  numberOf(element) {
    return [...this.document.querySelectorAll('*')].indexOf(element);
  }

  /** Takes over a new state of the page; null when it must be loaded anew, else a map from old to new nodes. */
  refresh(source) {
    const fresh = new DOMParser().parseFromString(source, 'application/xhtml+xml').documentElement;
    const [head, body, old] = [child(fresh, 'head'), child(fresh, 'body'), child(this.pristine, 'body')];
    if (!body || !old || !head?.isEqualNode(child(this.pristine, 'head'))) return null;
    const replaced = swap(this.body, old, body);
    this.pristine = fresh;
    this.alter();
    return replaced;
  }

  /** Pictures whose file has changed are fetched anew; true when a style or a font has. */
  renew(hrefs, version) {
    const changed = new Set(hrefs.map(address));
    for (const picture of this.document.querySelectorAll('img[src], source[src], video[src], audio[src]')) {
      const own = picture.src.split('?')[0];
      if (changed.has(own)) picture.src = `${own}?v=${version}`;
    }
    return hrefs.some((href) => /\.(css|otf|ttf|woff2?|svg)$/.test(href));
  }
}
