/** The line below: where in the book one is, and the way on and back. */
import { book, isFixed, isRightToLeft, place, titleOf } from './book.js';
import { announce } from './announce.js';
import { at, iconButton, make } from './elements.js';
import { open, reader, turn } from './reader.js';
import { on } from './signals.js';

const STEPS = 1000;
const words = make('p', { class: 'where', id: 'where' });
const slider = make('input', { type: 'range', min: 0, max: STEPS, step: 1, value: 0, 'aria-label': 'Place in the book', onchange: () => jump(slider.value / STEPS) });
const buttons = make('div', { class: 'group' });
at('foot').append(buttons, slider, words);

const weights = () => book.state.spine.map((item) => (item.linear === false ? 0 : isFixed() ? 1 : Math.max(1, item.words)));
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

function jump(share) {
  const all = weights();
  let left = share * sum(all);
  let index = 0;
  while (index < all.length - 1 && left >= all[index]) left -= all[index++];
  open(book.state.spine[index].href, { share: Math.min(0.999, left / all[index]) });
}

on('moved', () => {
  const all = weights();
  const index = place(reader.href);
  const share = (sum(all.slice(0, index)) + reader.view.share * all[index]) / sum(all);
  const where = `${titleOf(reader.href)} · ${reader.view.describe()}`;
  slider.value = Math.round(share * STEPS);
  slider.setAttribute('aria-valuetext', `${Math.round(share * 100)} % of the book, ${where}`);
  slider.style.setProperty('--done', `${share * 100}%`);
  words.replaceChildren(make('span', { class: 'chapter' }, titleOf(reader.href)), make('span', { class: 'number' }, reader.view.describe()));
  announce(where);
});

on('state', () => {
  const on = ['on', 'Next page', () => turn(1)];
  const back = ['back', 'Previous page', () => turn(-1)];
  const [left, right] = isRightToLeft() ? [on, back] : [back, on];
  buttons.replaceChildren(iconButton('back', left[1], left[2]), iconButton('on', right[1], right[2]));
  slider.dir = isRightToLeft() ? 'rtl' : 'ltr';
});
on('edge', (step) => announce(step > 0 ? 'The end of the book' : 'The beginning of the book'));
