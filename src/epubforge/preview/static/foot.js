/** The line below: where in the book one is, and the way to every other place. */
import { book, isFixed, isRightToLeft, place, titleOf } from './book.js';
import { at } from './elements.js';
import { open, reader } from './reader.js';
import { announce } from './say.js';
import { on } from './signals.js';

const slider = at('slider');
const weights = () => book.state.spine.map(({ linear, words }) => (linear === false ? 0 : isFixed() ? 1 : Math.max(1, words)));
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

slider.addEventListener('change', () => {
  const all = weights();
  let left = (slider.value / slider.max) * sum(all);
  let index = 0;
  while (index < all.length - 1 && left >= all[index]) left -= all[index++];
  open(book.state.spine[index].href, { share: Math.min(0.999, left / all[index]) });
});

on('moved', () => {
  const all = weights();
  const index = place(reader.href);
  const share = (sum(all.slice(0, index)) + reader.view.share * all[index]) / sum(all);
  const [title, where] = [titleOf(reader.href), reader.view.describe()];
  slider.value = share * slider.max;
  slider.dir = isRightToLeft() ? 'rtl' : 'ltr';
  slider.style.setProperty('--done', `${share * 100}%`);
  slider.setAttribute('aria-valuetext', `${Math.round(share * 100)} % of the book`);
  at('chapter').textContent = title;
  at('page').textContent = where;
  announce(`${title}, ${where}`);
});
on('edge', (step) => announce(step > 0 ? 'The end of the book' : 'The beginning of the book'));
