/** How the parts of the viewer hear of each other without knowing each other. */
const heard = new Map();

export function on(name, listener) {
  heard.set(name, [...(heard.get(name) ?? []), listener]);
}

export function tell(name, detail) {
  for (const listener of heard.get(name) ?? []) listener(detail);
}
