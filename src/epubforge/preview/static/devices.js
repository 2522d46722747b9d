/** Screens at their true size in CSS pixels, and how large they can be shown here; the list is in index.html. */
import { at } from './elements.js';
import { settings } from './settings.js';

const BEZEL = 14;
const AROUND = 44;

/** The screen that is chosen; a CSS pixel is 1/96 inch, so a panel of 300 ppi has 3.125 pixels in one. */
function device() {
  const { textContent: name, dataset: { width, height, ppi = 96, ink } } = at('device-choice').selectedOptions[0] ?? at('device-choice').options[0];
  const ratio = ppi / 96;
  return { name, ink, width: Math.round(width / ratio), height: Math.round(height / ratio), pixels: ratio === 1 ? '' : `${width} × ${height} pixels, ` };
}

/** Lays the device out on the stage; answers the size of its screen in CSS pixels. */
export function layDevice() {
  const { name, ink, pixels, ...size } = device();
  const framed = size.width > 0;
  const stage = at('stage');
  stage.classList.toggle('framed', framed);
  document.documentElement.dataset.device = framed ? 'framed' : 'window';
  const desk = at('device').parentElement;
  const room = { width: desk.clientWidth, height: desk.clientHeight };
  const { width, height } = framed ? size : room;
  const fit = Math.min(1, (room.width - 2 * BEZEL - AROUND) / width, (room.height - 2 * BEZEL - AROUND) / height);
  const scale = framed && settings.scale === 'fit' ? fit : 1;
  const inset = framed ? 2 * BEZEL : 0;
  const style = at('screen').style;
  Object.assign(style, { width: `${width}px`, height: `${height}px`, transform: `scale(${scale})`, filter: settings.eink ? `url(#eink-${ink ?? 'grey'})` : '' });
  Object.assign(at('device').style, { width: `${Math.round(width * scale) + inset}px`, height: `${Math.round(height * scale) + inset}px` });
  at('caption').textContent = framed ? `${name} · ${pixels}${width} × ${height} in CSS · ${scale === 1 ? 'true size' : `shown at ${Math.round(scale * 100)} %`}` : '';
  return { width, height };
}
