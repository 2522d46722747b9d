/** The contact sheet of a photobook: order, captions and descriptions, saved as they are changed. */
import { announce } from './announce.js';
import { address, book } from './book.js';
import { chip } from './chips.js';
import { at, count } from './elements.js';
import { ask, send } from './server.js';
import { on } from './signals.js';

const sheet = at('sheet');
let shown = [];
let dragged = null;

export async function plates() {
  const opens = at('plates').hidden && book.state.can.plates;
  at('plates').hidden = !opens;
  at('to-plates').setAttribute('aria-expanded', opens);
  if (opens) await draw(await ask('/plates'));
  (opens ? at('plates') : at('stage')).focus();
}

function draw(list) {
  const same = list.length === shown.length && list.every(({ file }, index) => file === shown[index].file && sheet.children.length === list.length);
  shown = list;
  if (!same) sheet.replaceChildren(...list.map(() => at('plate').content.firstElementChild.cloneNode(true)));
  list.forEach((plate, index) => fill(sheet.children[index], plate, index));
  const missing = list.filter((plate) => plate.missing.length).length;
  at('plates-sum').textContent = `${count(list.length, 'picture')}${missing ? `, ${missing} with something missing` : ''}`;
}

function fill(card, plate, index) {
  const slot = (name) => card.querySelector(`[data-slot="${name}"]`);
  card.dataset.file = plate.file;
  const picture = card.querySelector('img');
  if (picture.getAttribute('src') !== address(plate.href)) picture.src = address(plate.href);
  slot('number').textContent = index + 1;
  slot('file').textContent = plate.file.split('/').at(-1);
  for (const button of card.querySelectorAll('button')) button.setAttribute('aria-label', `${button.title}: plate ${index + 1}, ${plate.caption || plate.file}`);
  for (const field of card.querySelectorAll('textarea')) {
    if (field !== document.activeElement) field.value = plate[field.name] ?? '';
    field.classList.toggle('missing', plate.missing.includes(field.name));
    field.placeholder = plate.missing.includes(field.name) ? 'Missing' : plate.decorative && field.name === 'alt' ? 'Decorative' : '';
  }
}

async function save(wish) {
  try {
    draw(await (await send('/plates', wish)).json());
  } catch (fault) {
    chip(fault.message);
  }
}

export const undoPlates = () => save({ undo: true });

/** One place on or back; the button that was pressed keeps the focus. */
export async function movePlate(button, step) {
  const card = button.closest('.plate');
  const { file } = card.dataset;
  const action = button.dataset.do;
  await moveTo(file, [...sheet.children].indexOf(card) + step);
  const now = [...sheet.children].find((each) => each.dataset.file === file);
  now.querySelector(`[data-do="${action}"]`).focus();
  announce(`Plate ${[...sheet.children].indexOf(now) + 1} of ${shown.length}`);
}

function moveTo(file, index) {
  const order = shown.map((plate) => plate.file).filter((each) => each !== file);
  order.splice(Math.max(0, index), 0, file);
  return order.some((each, number) => each !== shown[number].file) && save({ order });
}

sheet.addEventListener('change', ({ target }) => save({ file: target.closest('.plate').dataset.file, [target.name]: target.value.trim() }));
sheet.addEventListener('keydown', (event) => {
  const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
  if (!event.altKey || !step) return;
  event.preventDefault();
  movePlate(event.target.closest('.plate').querySelector(step < 0 ? '[data-do="earlier"]' : '[data-do="later"]'), step);
});
sheet.addEventListener('dragstart', (event) => {
  dragged = event.target.closest('.plate');
  event.dataTransfer.setData('text/plain', dragged.dataset.file);
  event.dataTransfer.effectAllowed = 'move';
});
sheet.addEventListener('dragover', (event) => {
  const over = event.target.closest('.plate');
  if (!dragged) return;
  event.preventDefault();
  sheet.querySelector('.over')?.classList.remove('over');
  if (over && over !== dragged) over.classList.add('over');
});
sheet.addEventListener('drop', (event) => {
  event.preventDefault();
  const over = event.target.closest('.plate');
  if (dragged && over) moveTo(dragged.dataset.file, [...sheet.children].indexOf(over));
});
sheet.addEventListener('dragend', () => {
  dragged = null;
  sheet.querySelector('.over')?.classList.remove('over');
});
on('state', async () => !at('plates').hidden && draw(await ask('/plates')));
