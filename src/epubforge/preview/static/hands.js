/** Keys, clicks, wheel and fingers inside the pages, which know nothing of the viewer. */
import { press } from './keys.js';
import { follow, turn } from './reader.js';
import { isRightToLeft } from './book.js';
import { settings } from './settings.js';
import { on, tell } from './signals.js';

const SWIPE = 45;
const WHEEL = 50;
const REST = 220;
let last = 0;

on('leaf', (leaf) => {
  const page = leaf.document;
  page.addEventListener('keydown', press);
  page.addEventListener('click', (event) => click(event, leaf));
  page.addEventListener('auxclick', (event) => event.target.closest?.('[href]') && event.preventDefault());
  page.addEventListener('wheel', (event) => wheel(event), { passive: false });
  let start = null;
  page.addEventListener('touchstart', ({ touches }) => {
    start = touches.length === 1 ? touches[0] : null;
  }, { passive: true });
  page.addEventListener('touchend', ({ changedTouches: [end] }) => {
    if (!start || settings.flow === 'scroll') return;
    const across = end.screenX - start.screenX;
    if (Math.abs(across) > SWIPE && Math.abs(across) > Math.abs(end.screenY - start.screenY)) turn(across < 0 === !isRightToLeft() ? 1 : -1);
  }, { passive: true });
});

function click(event, leaf) {
  tell('touched', leaf);
  const link = event.target.closest?.('a, area, [*|href]');
  const href = link?.getAttribute('href') ?? link?.getAttributeNS('http://www.w3.org/1999/xlink', 'href');
  if (link && href !== null && href !== undefined) {
    event.preventDefault();
    const url = new URL(href, leaf.document.baseURI);
    if (follow(url.href)) return;
    if (/^(https?|mailto):$/.test(url.protocol) && url.origin !== location.origin) window.open(url.href, '_blank', 'noopener,noreferrer');
  }
}

function wheel(event) {
  if (settings.flow === 'scroll' || event.ctrlKey) return;
  event.preventDefault();
  const way = Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : event.deltaY;
  if (Math.abs(way) < WHEEL / 4 || event.timeStamp - last < REST) return;
  last = event.timeStamp;
  turn(way > 0 ? 1 : -1);
}
