/** Pictures give way to their descriptions, one element for one, so that places stay countable. */
const XHTML = 'http://www.w3.org/1999/xhtml';

export function describePictures(page) {
  for (const picture of page.querySelectorAll('img')) {
    const words = page.createElementNS(XHTML, 'span');
    const alt = picture.getAttribute('alt');
    const decorative = alt === '' || picture.getAttribute('role') === 'presentation';
    words.setAttribute('data-described', alt === null ? 'missing' : 'yes');
    words.textContent = decorative ? 'Decorative picture' : (alt ?? 'Picture without a description');
    if (picture.id) words.id = picture.id;
    picture.replaceWith(words);
  }
}
