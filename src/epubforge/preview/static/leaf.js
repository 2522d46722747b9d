/** One page or chapter of the book in its frame: no scripts, our styles added from outside. */
import { address, book, place, titleOf } from './book.js';
import { describePictures } from './described.js';
import { make, style } from './elements.js';
import { text } from './server.js';
import { settings } from './settings.js';
import { swap } from './swap.js';

const css = text('/viewer/page.css');
const part = (root, name) => [...root.children].find((element) => element.localName === name);

export class Leaf {
  /** Loads out of sight beside what is shown, so that nothing flashes. */
  static async load(screen, href, size) {
    const frame = make('iframe', { class: 'leaf coming', sandbox: 'allow-same-origin', title: `Text of the book: ${titleOf(href)}`, src: address(href) });
    style(frame, size);
    const loaded = new Promise((ready) => frame.addEventListener('load', ready, { once: true }));
    screen.append(frame);
    await loaded;
    return new Leaf(frame, href, await css);
  }

  constructor(frame, href, styles) {
    const page = frame.contentDocument;
    const root = page.documentElement;
    Object.assign(this, { frame, href, root, document: page, digest: book.state.spine[place(href)]?.digest });
    this.pristine = root.cloneNode(true);
    // At the very end, where it changes the number of no element.
    this.sheet = page.createElementNS('http://www.w3.org/1999/xhtml', 'style');
    this.sheet.textContent = styles;
    root.append(this.sheet);
    this.alter();
  }

  get body() {
    return this.document.body ?? this.root;
  }

  /** Says to page.css what is wished, and how large things are. */
  dress(wishes, sizes = {}) {
    this.root.setAttribute('data-ef', wishes.filter(Boolean).join(' '));
    for (const [name, value] of Object.entries(sizes)) this.root.style.setProperty(`--ef-${name}`, value);
  }

  /** Pictures as words and pages without styles change the shown page itself; never the number of its elements. */
  alter() {
    if (settings.described) describePictures(this.document);
    if (!settings.unstyled) return;
    for (const each of this.document.styleSheets) each.disabled = each.ownerNode !== this.sheet;
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
    const [body, old] = [part(fresh, 'body'), part(this.pristine, 'body')];
    if (!body || !old || !part(fresh, 'head')?.isEqualNode(part(this.pristine, 'head'))) return null;
    const replaced = swap(this.body, old, body);
    this.pristine = fresh;
    this.digest = book.state.spine[place(this.href)]?.digest;
    this.alter();
    return replaced;
  }
}
