/** The contact sheet of a photobook: order, captions and descriptions, saved as they are changed. */
import { address, book } from './book.js';
import { at, count } from './elements.js';
import { announce, chip } from './say.js';
import { ask, send } from './server.js';
import { on } from './signals.js';

const sheet = at('sheet');
const cardOf = (event) => event.target.closest('.plate');
const placeOf = (card) => [...sheet.children].indexOf(card);
let shown = [];
let dragged = null;

export async function plates() {
  if (!book.state.can.plates) return;
  draw(await ask('/plates'));
  at('plates').showModal();
}

function draw(list) {
  if (list.map(({ file }) => file).join() !== shown.map(({ file }) => file).join()) sheet.replaceChildren(...list.map(() => at('plate').content.firstElementChild.cloneNode(true)));
  shown = list;
  list.forEach((plate, index) => fill(sheet.children[index], plate, index + 1));
  const missing = list.filter((plate) => plate.missing.length).length;
  at('plates-sum').textContent = count(list.length, 'picture') + (missing ? `, ${missing} with something missing` : '');
}

function fill(card, plate, number) {
  const { file, href, caption, missing, decorative } = plate;
  const picture = card.querySelector('img');
  if (picture.src !== address(href)) picture.src = address(href);
  card.querySelector('strong').textContent = number;
  card.querySelector('.quiet').textContent = file.split('/').at(-1);
  for (const button of card.querySelectorAll('button')) button.setAttribute('aria-label', `${button.title}: plate ${number}, ${caption || file}`);
  for (const field of card.querySelectorAll('textarea')) {
    const isMissing = missing.includes(field.name);
    if (field !== document.activeElement) field.value = plate[field.name] ?? '';
    field.classList.toggle('missing', isMissing);
    field.placeholder = isMissing ? 'Missing' : decorative ? 'Decorative' : '';
  }
}

const save = async (wish) => draw(await (await send('/plates', wish)).json());
const saved = (wish) => save(wish).catch((fault) => chip(fault.message));

export const undoPlates = () => saved({ undo: true });

/** One place on or back; the button that was pressed keeps the focus. */
export async function movePlate(step, button) {
  const index = placeOf(button.closest('.plate')) + step;
  if (!shown[index]) return;
  await moveTo(index - step, index);
  sheet.children[index].querySelector(`[data-do="${button.dataset.do}"]`).focus();
  announce(`Plate ${index + 1} of ${shown.length}`);
}

function moveTo(from, to) {
  const order = shown.map(({ file }) => file);
  order.splice(to, 0, ...order.splice(from, 1));
  return saved({ order });
}

const hear = (name, listener) => sheet.addEventListener(name, listener);
hear('change', (event) => saved({ file: shown[placeOf(cardOf(event))].file, [event.target.name]: event.target.value.trim() }));
hear('keydown', (event) => {
  const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
  if (!event.altKey || !step) return;
  event.preventDefault();
  movePlate(step, cardOf(event).querySelector(`[data-do="move ${step}"]`));
});
hear('dragstart', (event) => {
  dragged = cardOf(event);
  event.dataTransfer.setData('text/plain', shown[placeOf(dragged)].file);
});
hear('dragover', (event) => {
  if (!dragged) return;
  event.preventDefault();
  sheet.querySelector('.over')?.classList.remove('over');
  cardOf(event)?.classList.add('over');
});
hear('drop', (event) => {
  event.preventDefault();
  const [from, to] = [placeOf(dragged), placeOf(cardOf(event))];
  if (from >= 0 && to >= 0 && from !== to) moveTo(from, to);
});
hear('dragend', () => {
  dragged = null;
  sheet.querySelector('.over')?.classList.remove('over');
});
on('state', async () => at('plates').open && draw(await ask('/plates')));
