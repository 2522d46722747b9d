/** The card above the page while the newest state of the manuscript cannot be shown. */
import { alarm } from './announce.js';
import { book } from './book.js';
import { at, make } from './elements.js';
import { nameOf, openPlace } from './places.js';

const MOST = 8;
let said = '';

export function showError() {
  const { error, spine } = book.state;
  const now = JSON.stringify(error);
  if (now === said) return;
  said = now;
  at('errors').replaceChildren(error ? card(error, spine.length > 0) : '');
  alarm(error ? `Error: ${error.message}` : 'Mended: the page shows the manuscript again');
}

function card({ message, findings }, isShown) {
  return make('details', { class: 'card', open: true },
    make('summary', {}, make('strong', {}, message), isShown && make('span', { class: 'quiet' }, 'Below is the last good state.')),
    findings.slice(0, MOST).map((finding) => make('article', {},
      make('p', {}, finding.message),
      make('button', { type: 'button', class: 'link', onclick: () => openPlace(finding) }, nameOf(finding)),
      finding.excerpt && make('pre', {}, excerpt(finding)),
      finding.hint && make('p', { class: 'quiet' }, finding.hint))),
    findings.length > MOST && make('p', { class: 'quiet' }, `and ${findings.length - MOST} more`));
}

function excerpt({ excerpt: line, caret }) {
  if (!caret) return line;
  const [start, length] = caret;
  const letters = [...line];
  const part = (from, to) => letters.slice(from, to).join('');
  return [part(0, start), make('mark', {}, part(start, start + Math.max(1, length))), part(start + Math.max(1, length))];
}
