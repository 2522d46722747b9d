/** Where blocks stand on the screen of their frame. */

/** The first box of an element that is shown, or of the nearest one around it. */
export function firstBox(element) {
  for (let near = element; near; near = near.parentElement) {
    const box = [...near.getClientRects()].find(({ width, height }) => width || height);
    if (box) return box;
  }
  return element.ownerDocument.documentElement.getBoundingClientRect();
}

/** The first part of an element that can be seen. */
export function seenBox(element, { width, height }) {
  return [...element.getClientRects()].find((box) => box.right > 1 && box.left < width - 1 && box.bottom > 1 && box.top < height - 1 && (box.width || box.height));
}

/** The innermost block that comes first on the screen: what is being read. */
export function firstSeen(body, size) {
  const view = body.ownerDocument.defaultView;
  const isBlock = (element) => !view.getComputedStyle(element).display.startsWith('inline');
  let found = body;
  for (let block = body; block; ) {
    block = [...found.children].find((child) => seenBox(child, size) && isBlock(child));
    found = block ?? found;
  }
  return found;
}
