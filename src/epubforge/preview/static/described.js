/** Pictures give way to their descriptions, one element for one, so that places stay countable. */
const XHTML = 'http://www.w3.org/1999/xhtml';

export function describePictures(page) {
  for (const picture of page.querySelectorAll('img, svg:not(svg svg)')) {
    const words = page.createElementNS(XHTML, 'span');
    const alt = picture.localName === 'svg' ? (picture.getAttribute('aria-label') ?? picture.querySelector('title')?.textContent) : picture.getAttribute('alt');
    const decorative = alt === '' || /presentation|none/.test(picture.getAttribute('role'));
    words.setAttribute('data-described', decorative || alt ? 'yes' : 'missing');
    words.textContent = decorative ? 'Decorative picture' : (alt ?? 'Picture without a description');
    if (picture.id) words.id = picture.id;
    // As many elements as the picture had in it.
    for (const _ of picture.querySelectorAll('*')) words.append(page.createElementNS(XHTML, 'span'));
    picture.replaceWith(words);
  }
}
