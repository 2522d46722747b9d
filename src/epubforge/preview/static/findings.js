/** What is wrong with the book: kept, counted and listed here; marks.js shows it beside the text. */
import { book, place, titleOf } from './book.js';
import { at, button, count, make, unseen } from './elements.js';
import { nameOf, openPlace } from './places.js';
import { goTo } from './reader.js';
import { on, tell } from './signals.js';

const GRADES = ['error', 'warning', 'note'];
const MOST = 400;
let checked = [];
let current = -1;

const all = () => [...book.state.findings, ...checked];
const worstOf = (findings) => GRADES.find((grade) => findings.some(({ severity }) => severity === grade)) ?? '';
export const findingsOf = (href) => all().filter((finding) => finding.href === href);
export const worst = (href) => worstOf(findingsOf(href));

/** All of them, those with a place in the text first and in its order. */
function inOrder() {
  const order = ({ href, element }) => (place(href) < 0 ? 1e12 : place(href) * 1e6 + (element ?? 0));
  return all().sort((one, other) => order(one) - order(other));
}

/** What EPUBCheck and Ace said of the book as it was when they were asked. */
export function addChecked(findings) {
  checked = findings;
  tell('findings');
}

/** Goes to the next or the previous finding that has a place in the text. */
export function stepFinding(step) {
  const placed = inOrder().filter(({ href }) => place(href) >= 0);
  if (!placed.length) return;
  current = (Math.max(current, step > 0 ? -1 : 0) + step + placed.length) % placed.length;
  show(placed[current]);
}

async function show(finding) {
  await goTo(finding.href, { element: finding.element });
  tell('found', finding);
}

/** A finding in full: what, where, what to do. */
export function describe(finding) {
  const { code, severity, message, hint, source } = finding;
  return [
    make('p', '', make('b', `grade ${severity}`, `${severity} ${code}`), source !== 'epubforge' && ` ${source}`),
    make('p', '', message),
    hint && make('p', 'quiet', hint),
    button('link', () => openPlace(finding), nameOf(finding)),
  ].filter(Boolean);
}

function draw() {
  if (!at('findings').open) return;
  const found = inOrder();
  const groups = Map.groupBy(found.slice(0, MOST), ({ href }) => (place(href) < 0 ? 'The book' : titleOf(href)));
  const sums = GRADES.map((grade) => [found.filter(({ severity }) => severity === grade).length, grade]).filter(([number]) => number);
  at('found').replaceChildren(
    make('p', 'quiet', sums.map(([number, grade]) => count(number, grade)).join(', ') || 'Nothing is found wrong.'),
    ...[...groups].flatMap(([title, findings]) => [make('h3', '', title), make('ol', 'found', findings.map(item))]),
    found.length > MOST ? `and ${found.length - MOST} more` : '',
  );
}

const item = (finding) => make('li', '', describe(finding), place(finding.href) >= 0 && button('link', () => show(finding), 'Show in the text', unseen(`: ${finding.message}`)));

function tally() {
  draw();
  const number = all().length;
  Object.assign(at('count'), { hidden: !number, className: `count ${worstOf(all())}`, textContent: number > 99 ? '99+' : number });
}

at('findings').addEventListener('toggle', draw);
on('state', tally);
on('findings', tally);
