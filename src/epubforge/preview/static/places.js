/** Places in the manuscript: opened in the author's editor, or copied. */
import { ask } from './server.js';
import { announce } from './announce.js';
import { book } from './book.js';
import { chip } from './chips.js';
import { make } from './elements.js';
import { reader } from './reader.js';
import { settings } from './settings.js';

export const nameOf = ({ file, line, column }) => [file, line, column].filter(Boolean).join(':');

/** The line of the manuscript that an element of a page came from. */
export async function placeOf(leaf, element) {
  const blocks = new Map((await ask(`/blocks/${encodeURIComponent(book.edition)}/${leaf.href.split('/').map(encodeURIComponent).join('/')}`)).map(([number, ...place]) => [number, place]));
  const numbers = new Map([...leaf.document.querySelectorAll('*')].map((each, number) => [each, number]));
  for (let near = element; near; near = near.parentElement) {
    const [file, line] = blocks.get(numbers.get(near)) ?? [];
    if (file) return { file, line };
  }
  return null;
}

export async function openPlace(place) {
  if (!place) return chip('This comes from no line of the manuscript');
  const { root, can } = book.state;
  const url = place.editor ?? (can.edit && settings.editor.replace(/{(\w+)}/g, (_, part) => (part === 'file' ? encodeURI(`${root}/${place.file}`) : (place[part] ?? 1))));
  if (url) {
    make('a', { href: url }).click();
    return announce(`Opened ${nameOf(place)}`);
  }
  await navigator.clipboard?.writeText(nameOf(place)).catch(() => undefined);
  return chip(`Copied ${nameOf(place)}`);
}

/** The place of what is being read. */
export const openHere = async () => openPlace(await placeOf(reader.view.leaf, reader.view.anchor?.().element ?? reader.view.leaf.body));
