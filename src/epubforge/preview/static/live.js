/** Hears of every change of the book, and goes on listening when the server comes back. */
import { renewToken } from './server.js';
import { tell } from './signals.js';

const PAUSE = 700;
let source = null;
let lost = false;

export function listen() {
  source?.close();
  source = new EventSource('/events');
  source.addEventListener('state', async (event) => {
    const again = lost;
    lost = false;
    if (again) await renewToken();
    tell('change', { ...JSON.parse(event.data), again });
    if (again) tell('connected', true);
  });
  source.addEventListener('error', () => {
    if (!lost) tell('connected', false);
    lost = true;
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, PAUSE);
  });
}

// A browser keeps six connections to one server: a tab long out of sight gives its own back.
let resting = 0;
document.addEventListener('visibilitychange', () => {
  clearTimeout(resting);
  if (document.hidden) resting = setTimeout(() => source?.close(), 60_000);
  else if (source?.readyState === EventSource.CLOSED) listen();
});
