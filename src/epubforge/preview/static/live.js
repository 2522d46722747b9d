/** Hears of every change of the edition that is shown, and goes on listening when the server comes back. */
import { book } from './book.js';
import { chip } from './say.js';
import { isOther } from './server.js';
import { tell } from './signals.js';

const PAUSE = 700;
const REST = 60_000;
let source = null;
let lost = false;

export function listen() {
  source?.close();
  source = new EventSource(`/events?edition=${encodeURIComponent(book.edition)}`);
  source.addEventListener('state', ({ data }) => {
    const news = JSON.parse(data);
    // Another run has another token, and may be of another book: the address keeps the place.
    if (isOther(news.run)) return location.reload();
    if (lost) chip('The preview is back');
    lost = false;
    return tell('news', news);
  });
  source.addEventListener('error', () => {
    if (!lost) chip('The preview has ended or is out of reach. This page waits for it.', { stays: true });
    lost = true;
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, PAUSE);
  });
}

// A browser keeps six connections to one server: a tab long out of sight gives its own back.
let resting = 0;
document.addEventListener('visibilitychange', () => {
  clearTimeout(resting);
  if (document.hidden) resting = setTimeout(() => source?.close(), REST);
  else if (source?.readyState === EventSource.CLOSED) listen();
});
