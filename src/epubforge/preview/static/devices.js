/** Screens at their true size in CSS pixels, and how large they can be shown here. */
import { at } from './elements.js';
import { settings } from './settings.js';

// Pixels and pixels per inch of the panel; a CSS pixel is 1/96 inch, so 300 ppi has 3.125 of them in one.
const PANELS = {
  paperwhite: ['Kindle Paperwhite', 1272, 1696, 300, 'grey'],
  colorsoft: ['Kindle Colorsoft', 1272, 1696, 300, 'colour'],
  scribe: ['Kindle Scribe', 1986, 2648, 300, 'grey'],
  libra: ['Kobo Libra Colour', 1264, 1680, 300, 'colour'],
  sage: ['Kobo Sage', 1440, 1920, 300, 'grey'],
  clara: ['Kobo Clara Colour', 1072, 1448, 300, 'colour'],
};

export const DEVICES = {
  window: { name: 'This window' },
  phone: { name: 'Phone', width: 390, height: 844, ratio: 3 },
  tablet: { name: 'Tablet', width: 1024, height: 1366, ratio: 2 },
  ...Object.fromEntries(Object.entries(PANELS).map(([key, [name, wide, high, density, ink]]) => {
    const ratio = density / 96;
    return [key, { name, ratio, ink, width: Math.round(wide / ratio), height: Math.round(high / ratio), pixels: `${wide} × ${high}` }];
  })),
};

export const device = () => DEVICES[settings.device] ?? DEVICES.window;

/** Lays the device out on the stage; answers the size of its screen in CSS pixels. */
export function layDevice() {
  const { name, width: wide, height: high, ink, pixels } = device();
  const framed = Boolean(wide);
  const stage = at('stage');
  stage.classList.toggle('framed', framed);
  const inset = framed ? 2 * 14 : 0;
  const room = { width: stage.clientWidth - (framed ? 40 : 0), height: stage.clientHeight - (framed ? 64 : 0) };
  const width = framed ? wide : room.width;
  const height = framed ? high : room.height;
  const scale = framed && settings.scale === 'fit' ? Math.min(1, (room.width - inset) / width, (room.height - inset) / height) : 1;
  const screen = at('screen');
  screen.style.width = `${width}px`;
  screen.style.height = `${height}px`;
  screen.style.transform = scale === 1 ? 'none' : `scale(${scale})`;
  const around = at('device').style;
  around.width = `${Math.round(width * scale) + inset}px`;
  around.height = `${Math.round(height * scale) + inset}px`;
  screen.style.filter = settings.eink ? `url(#eink-${ink ?? 'grey'})` : '';
  const size = pixels ? `${pixels} pixels, ${wide} × ${high} in CSS` : `${wide} × ${high}`;
  at('caption').textContent = framed ? `${name} · ${size} · ${scale === 1 ? 'true size' : `shown at ${Math.round(scale * 100)} %`}` : '';
  return { width, height };
}
