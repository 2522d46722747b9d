/** The reader's wishes for flowing text, as page.css knows them. */
export const MARGINS = { narrow: 0.02, normal: 0.06, wide: 0.12 };

export function wishes({ theme, font, size, lines, spacing }) {
  return ['flow', theme, theme !== 'day' && 'lit', font, size !== 100 && 'sized', lines !== 'publisher' && 'lined', spacing && 'spacing'];
}

export const sizes = ({ size, lines }) => ({ size: (16 * size) / 100, lines });
