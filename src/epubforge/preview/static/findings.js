/** What is wrong with the book: kept, counted and listed here; marks.js shows it beside the text. */
import { book, place, titleOf } from './book.js';
import { at, count, make, unseen } from './elements.js';
import { draws } from './panel.js';
import { nameOf, openPlace } from './places.js';
import { open } from './reader.js';
import { on, tell } from './signals.js';

const GRADES = ['error', 'warning', 'note'];
const MOST = 400;
let checked = [];
let current = null;

/** Findings of the book and of the checkers that were asked, in reading order. */
export function allFindings() {
  const order = (finding) => (place(finding.href) + 1 || 1e6) * 1e6 + (finding.element ?? 0);
  return [...book.state.findings, ...checked].sort((one, other) => order(one) - order(other));
}

export const findingsOf = (href) => (book.state ? [...book.state.findings, ...checked].filter((finding) => finding.href === href) : []);
export const worst = (href) => GRADES.find((grade) => findingsOf(href).some(({ severity }) => severity === grade)) ?? '';

/** What EPUBCheck and Ace said of the book as it was when they were asked. */
export function addChecked(findings) {
  checked = findings;
  tell('findings');
}

/** Goes to the next or the previous finding that has a place in the text. */
export function stepFinding(step) {
  const placed = allFindings().filter(({ href }) => place(href) >= 0);
  if (placed.length) goTo(placed.at((placed.findIndex((finding) => same(finding, current)) + step + (current || step > 0 ? 0 : 1)) % placed.length));
}

const same = (one, other) => other && one.code === other.code && one.href === other.href && one.element === other.element && one.line === other.line;

export async function goTo(finding) {
  current = finding;
  tell('leaving');
  await open(finding.href, { element: finding.element ?? 0 });
  tell('found', finding);
}

/** A finding in full: what, where, what to do. */
export function describe(finding) {
  const { code, severity, message, hint, source } = finding;
  return [
    make('p', {}, make('b', { class: `grade ${severity}` }, `${severity} ${code}`), source !== 'epubforge' && ` ${source}`),
    make('p', {}, message),
    hint && make('p', { class: 'quiet' }, hint),
    make('button', { type: 'button', class: 'link', onclick: () => openPlace(finding) }, nameOf(finding)),
  ];
}

function draw() {
  const all = allFindings();
  const items = new Map();
  for (const finding of all.slice(0, MOST)) {
    const title = place(finding.href) >= 0 ? titleOf(finding.href) : 'The book';
    items.set(title, [...(items.get(title) ?? []), finding]);
  }
  const sums = GRADES.map((grade) => [all.filter(({ severity }) => severity === grade).length, grade]).filter(([number]) => number);
  at('findings').replaceChildren(
    make('p', { class: 'quiet' }, sums.map(([number, grade]) => count(number, grade)).join(', ') || 'Nothing is found wrong.'),
    ...[...items].flatMap(([title, found]) => [
      make('h3', {}, title),
      make('ol', { class: 'found' }, found.map((finding) => make('li', {}, describe(finding), place(finding.href) >= 0 && make('button', { type: 'button', class: 'link', onclick: () => goTo(finding) }, 'Show in the text', unseen(`: ${finding.message}`))))),
    ]),
    all.length > MOST && make('p', { class: 'quiet' }, `and ${all.length - MOST} more`) || '',
  );
}

function tally() {
  const all = allFindings();
  const badge = at('count');
  badge.hidden = !all.length;
  badge.className = `count ${GRADES.find((grade) => all.some(({ severity }) => severity === grade)) ?? ''}`;
  badge.textContent = all.length > 99 ? '99+' : all.length;
}

draws('findings', draw, 'state', 'findings');
on('state', tally);
on('findings', tally);
