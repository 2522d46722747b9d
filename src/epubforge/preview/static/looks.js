/** The reader's wishes as a style sheet, laid over the publisher's from outside. */
const THEMES = {
  day: null,
  sepia: ['#f6ecd9', '#43351f', '#7a4a12'],
  night: ['#16171a', '#cfcbc2', '#a9c1de'],
  forced: ['#000', '#fff', '#ffff00'],
};
const FONTS = {
  serif: 'Charter, "Bitstream Charter", "Iowan Old Style", Georgia, "Noto Serif", "DejaVu Serif", serif',
  sans: '"Atkinson Hyperlegible", Verdana, "Noto Sans", "DejaVu Sans", sans-serif',
};
export const MARGINS = { narrow: 0.02, normal: 0.06, wide: 0.12 };

export function looks(settings) {
  return [
    'html { scroll-behavior: auto !important; }',
    '::highlight(found) { background: #ffd84d; color: #000; }',
    settings.size === 100 ? '' : `html { font-size: ${(16 * settings.size) / 100}px !important; }`,
    theme(THEMES[settings.theme], settings.theme),
    FONTS[settings.font] ? `body, body *:not(code, pre, kbd, samp, math, math *) { font-family: ${FONTS[settings.font]} !important; }` : '',
    settings.lines === 'publisher' ? '' : `body, body *:not(sup, sub, math *) { line-height: ${settings.lines} !important; }`,
    settings.spacing ? SPACING : '',
    settings.pictures ? '' : DESCRIBED,
  ].join('\n');
}

// WCAG 2.2, success criterion 1.4.12: nothing may be lost at these values.
const SPACING = `body, body * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-block-end: 2em !important; }`;

const DESCRIBED = `[data-described] { display: inline-block; max-width: 100%; box-sizing: border-box; padding: .6em .8em;
  border: 1px solid; font-style: italic; text-align: start; white-space: normal; }
[data-described='missing'] { border: 2px dashed; }`;

function theme(colours, name) {
  if (!colours) return 'html { background-color: #fff; color: #1a1a1a; }';
  const [paper, ink, link] = colours;
  return `html { background: ${paper} !important; color: ${ink} !important; }
body, body *:not(svg *) { background-color: transparent !important; color: inherit !important; border-color: currentColor !important; text-shadow: none !important; box-shadow: none !important; }
body { color: ${ink} !important; }
a:any-link, a:any-link * { color: ${link} !important; }
${name === 'night' ? 'img { filter: brightness(.86); }' : ''}`;
}
