/** Short messages at the foot of the stage: they go by themselves, or when what they say is over. */
import { at, make } from './elements.js';

const WHILE = 5000;

export function chip(words, { go, stays } = {}) {
  const remove = () => made.remove();
  const made = make('p', { class: 'chip', role: 'status' }, words, go && make('button', { type: 'button', onclick: () => { remove(); go(); } }, 'Show'));
  at('chips').replaceChildren(made);
  if (!stays) setTimeout(remove, WHILE);
  return remove;
}
