/** The book as the server last described it, and the addresses of what is in it. */
import { ask } from './server.js';
import { tell } from './signals.js';

export const book = { edition: 'main', state: null };

export async function fetchState(edition = book.edition) {
  const state = await ask(`/state/${encodeURIComponent(edition)}`);
  const before = book.state;
  Object.assign(book, { edition, state });
  tell('state', before);
}

const home = () => `${location.origin}/book/${encodeURIComponent(book.edition)}/`;

export const address = (href) => home() + href.split('/').map(encodeURIComponent).join('/');

/** Where in the book an address leads: {href, fragment}, or null when it leads out of it. */
export function locate(where) {
  const url = new URL(where, home());
  if (!url.href.startsWith(home())) return null;
  return { href: plain(url.pathname.slice(new URL(home()).pathname.length)), fragment: plain(url.hash.slice(1)) };
}

function plain(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export const place = (href) => book.state.spine.findIndex((item) => item.href === href);
export const titleOf = (href) => book.state.spine[place(href)]?.title || href;
export const linear = () => book.state.spine.filter((item) => item.linear !== false);
export const isFixed = () => book.state.layout === 'fixed';
export const isRightToLeft = () => book.state.direction === 'rtl';

/** The nearest page of the reading order before or after one. */
export function neighbour(href, step) {
  const { spine } = book.state;
  let index = place(href) + step;
  while (spine[index]?.linear === false) index += step;
  return spine[index];
}
