/** The two buttons: the finished EPUB as a download, and what EPUBCheck and Ace say of it. */
import { book } from './book.js';
import { at, count, make } from './elements.js';
import { addChecked } from './findings.js';
import { send } from './server.js';

const say = (...words) => at('work-said').replaceChildren(...words);

async function busy(words, work) {
  const buttons = at('work').querySelectorAll('button');
  buttons.forEach((button) => { button.disabled = true; });
  say(words);
  await work().catch((fault) => say(fault.message));
  buttons.forEach((button) => { button.disabled = false; });
}

export const build = () => busy('Building …', async () => {
  const answer = await send('/build');
  const name = /filename="?([^";]+)/.exec(answer.headers.get('Content-Disposition'))?.[1] ?? 'book.epub';
  const address = URL.createObjectURL(await answer.blob());
  make('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  say(`${name} is downloaded.`);
});

export const check = () => busy('EPUBCheck and Ace are reading the book …', async () => {
  const { epubcheck, ace } = book.state.can;
  const { findings, missing } = await (await send('/check', { epubcheck, ace })).json();
  addChecked(findings);
  say(findings.length ? `${count(findings.length, 'finding')}, shown with the others.` : 'They found nothing wrong.',
    ...missing.map(({ tool, command }) => make('span', { class: 'missing' }, `${tool} is not installed: `, make('code', {}, command))));
});
