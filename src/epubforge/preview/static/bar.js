/** The bar above: the title, the editions, and a button for everything. */
import { book, fetchState, titleOf } from './book.js';
import { toggleContents } from './contents.js';
import { at, iconButton, make } from './elements.js';
import { showKeys } from './keys.js';
import { toggle, shownPanel } from './panel.js';
import { open, reader } from './reader.js';
import { settings } from './settings.js';
import { on } from './signals.js';

const contents = iconButton('contents', 'Contents (c)', toggleContents, { 'aria-expanded': settings.contents, 'aria-controls': 'contents' });
const editions = make('select', { 'aria-label': 'Edition', class: 'editions', onchange: () => switchTo(editions.value) });
const panels = [['look', 'look', 'Appearance (a)']].map(([name, picture, label]) => [name, iconButton(picture, label, () => toggle(name), { 'aria-expanded': 'false', 'aria-controls': 'panel' })]);
at('bar-left').append(contents, editions);
at('bar-right').append(...panels.map(([, button]) => button), iconButton('help', 'Keys (?)', showKeys));

/** Another edition in place: the chapter of the same name where it has one. */
async function switchTo(edition) {
  const title = titleOf(reader.href);
  const state = await fetchState(edition);
  const same = state.spine.find((item) => item.href === reader.href) ?? state.spine.find((item) => item.title === title) ?? state.spine[0];
  await open(same.href, {}, true);
}

on('state', () => {
  const { title, editions: all } = book.state;
  at('title').textContent = title;
  document.title = `${title} – preview`;
  document.documentElement.dataset.layout = book.state.layout;
  editions.replaceChildren(...all.map(({ name, label }) => make('option', { value: name, selected: name === book.edition }, label)));
  editions.hidden = all.length < 2;
});
on('panel', () => panels.forEach(([name, button]) => button.setAttribute('aria-expanded', name === shownPanel())));
on('setting', (name) => name === 'contents' && contents.setAttribute('aria-expanded', settings.contents));
