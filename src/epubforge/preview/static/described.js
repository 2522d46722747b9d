/** Pictures give way to their descriptions, one element for one, so that places stay countable. */
export function describePictures(page) {
  const span = () => page.createElementNS('http://www.w3.org/1999/xhtml', 'span');
  for (const picture of page.querySelectorAll('img, svg:not(svg svg)')) {
    const alt = picture.getAttribute(picture.localName === 'img' ? 'alt' : 'aria-label') ?? picture.querySelector('title')?.textContent;
    const isDecorative = alt === '' || /presentation|none/.test(picture.getAttribute('role'));
    const words = span();
    words.setAttribute('data-described', isDecorative || alt ? 'yes' : 'missing');
    words.textContent = isDecorative ? 'Decorative picture' : (alt ?? 'Picture without a description');
    words.id = picture.id;
    // As many elements as the picture had in it.
    words.append(...[...picture.querySelectorAll('*')].map(span));
    picture.replaceWith(words);
  }
}
