/** The title and the editions of the book, switched in place. */
import { book, fetchState, titleOf } from './book.js';
import { at, make } from './elements.js';
import { listen } from './live.js';
import { open, reader } from './reader.js';
import { on } from './signals.js';

const select = at('editions');

/** Another edition: the chapter of the same name where it has one. */
async function show(edition) {
  const title = titleOf(reader.href);
  await fetchState(edition);
  const { spine } = book.state;
  const same = spine.find(({ href }) => href === reader.href) ?? spine.find((page) => page.title === title);
  await open(same?.href, {}, true);
  listen();
}

export function nextEdition() {
  select.selectedIndex = (select.selectedIndex + 1) % select.options.length;
  if (select.value !== book.edition) show(select.value);
}

select.addEventListener('change', () => show(select.value));
on('state', () => {
  const { title, editions, layout, can } = book.state;
  at('title').textContent = title;
  document.title = `${title} – preview`;
  document.documentElement.dataset.layout = layout;
  select.replaceChildren(...editions.map(({ name, label }) => make('option', { value: name, selected: name === book.edition }, label)));
  select.hidden = editions.length < 2;
  at('to-plates').hidden = !can.plates;
});
