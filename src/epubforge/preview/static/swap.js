/** Brings a shown page to its new state by replacing only the blocks that differ. */

const CONTAINERS = new Set(['section', 'article', 'div', 'main', 'aside', 'nav', 'header', 'footer', 'blockquote', 'ol', 'ul', 'dl', 'figure', 'table', 'tbody']);

/**
 * `live` is what is shown, `old` the same as it came, `fresh` its new state. `live` may have been altered
 * (pictures as words), but child for child it is `old`. Answers a map from replaced to replacing nodes.
 */
export function swap(live, old, fresh, replaced = new Map()) {
  copyAttributes(live, old, fresh);
  const before = [...old.childNodes];
  const after = [...fresh.childNodes];
  const shown = [...live.childNodes];
  let start = 0;
  while (start < before.length && start < after.length && before[start].isEqualNode(after[start])) start += 1;
  let end = 0;
  const room = Math.min(before.length, after.length) - start;
  while (end < room && before.at(-1 - end).isEqualNode(after.at(-1 - end))) end += 1;
  const gone = before.slice(start, before.length - end);
  const come = after.slice(start, after.length - end);
  const pairs = gone.length === come.length;
  const next = shown[before.length - end] ?? null;
  const made = come.map((node, index) => {
    const mine = shown[start + index];
    if (pairs && gone[index].isEqualNode(node)) return mine;
    if (pairs && opens(gone[index], node)) {
      swap(mine, gone[index], node, replaced);
      return mine;
    }
    const copy = live.ownerDocument.importNode(node, true);
    live.insertBefore(copy, pairs ? mine : next);
    if (pairs) {
      mine.remove();
      replaced.set(mine, copy);
    }
    return copy;
  });
  if (!pairs) {
    gone.forEach((_, index) => {
      const mine = shown[start + index];
      mine.remove();
      replaced.set(mine, made[Math.min(index, made.length - 1)] ?? next ?? live);
    });
    made.forEach((copy) => replaced.set(copy, copy));
  }
  return replaced;
}

function opens(old, fresh) {
  return old.nodeType === 1 && old.nodeName === fresh.nodeName && CONTAINERS.has(old.localName) && old.id === fresh.id;
}

function copyAttributes(live, old, fresh) {
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) live.removeAttribute(name);
  for (const { name, namespaceURI, value } of fresh.attributes) if (old.getAttribute(name) !== value) live.setAttributeNS(namespaceURI, name, value);
}
