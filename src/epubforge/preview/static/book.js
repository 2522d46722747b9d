/** The book as the server last described it, and the addresses of what is in it. */
import { ask, path } from './server.js';
import { tell } from './signals.js';

export const book = { edition: 'main', state: null };

export async function fetchState(edition = book.edition) {
  const state = await ask(path('state', edition));
  Object.assign(book, { edition, state });
  tell('state');
}

export const address = (href) => location.origin + path('book', book.edition, href);

/** Where in the book an address leads: {href, fragment}, or null when it leads out of it. */
export function locate(where) {
  const { href, hash } = new URL(where, address(''));
  return href.startsWith(address('')) ? { href: plain(href.slice(address('').length).split(/[?#]/)[0]), fragment: plain(hash.slice(1)) } : null;
}

function plain(words) {
  try {
    return decodeURIComponent(words);
  } catch {
    return words;
  }
}

export const place = (href) => book.state.spine.findIndex((page) => page.href === href);
export const titleOf = (href) => book.state.spine[place(href)]?.title || href;
export const linear = () => book.state.spine.filter((page) => page.linear !== false);
export const isFixed = () => book.state.layout === 'fixed';
export const isRightToLeft = () => book.state.direction === 'rtl';

/** The nearest page of the reading order before or after one. */
export function neighbour(href, step) {
  let index = place(href) + step;
  while (book.state.spine[index]?.linear === false) index += step;
  return book.state.spine[index];
}
