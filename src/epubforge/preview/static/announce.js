/** Says aloud, for those who listen, what the others see. */
import { at } from './elements.js';

let pause = 0;

/** Waits a moment, so that only the last of many page turns is spoken. */
export function announce(text) {
  clearTimeout(pause);
  pause = setTimeout(() => {
    at('polite').textContent = text;
  }, 250);
}

export function alarm(text) {
  at('urgent').textContent = text;
}
