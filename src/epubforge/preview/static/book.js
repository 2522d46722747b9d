/** The book as the server last described it, and the addresses of what is in it. */
import { ask } from './server.js';
import { tell } from './signals.js';

export const book = { edition: 'main', state: null };

export async function fetchState(edition = book.edition) {
  const state = await ask(`/state/${encodeURIComponent(edition)}`);
  book.edition = edition;
  book.state = state;
  tell('state');
  return state;
}

export function address(href) {
  return new URL(href, `${location.origin}/book/${encodeURIComponent(book.edition)}/`).href;
}

/** Where in the book an address leads: {href, fragment}, or null when it leads out of it. */
export function locate(where) {
  const url = new URL(where, address(''));
  const home = new URL(address(''));
  if (url.origin !== home.origin || !url.pathname.startsWith(home.pathname)) return null;
  return { href: plain(url.pathname.slice(home.pathname.length)), fragment: plain(url.hash.slice(1)) };
}

export function place(href) {
  return book.state.spine.findIndex((item) => item.href === href);
}

/** The nearest page of the reading order before or after one. */
export function neighbour(href, step) {
  const { spine } = book.state;
  let index = place(href) + step;
  while (spine[index] && spine[index].linear === false) index += step;
  return spine[index] ?? null;
}

export const isFixed = () => book.state.layout === 'fixed';
export const isRightToLeft = () => book.state.direction === 'rtl';

export function titleOf(href) {
  return book.state.spine[place(href)]?.title || href;
}

function plain(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
