/** What the viewer asks of the preview's server. */
const meta = (name) => document.querySelector(`meta[name="epubforge-${name}"]`).content;

/** Another run than the one this page is of: the server was started again. */
export const isOther = (run) => run !== undefined && run !== meta('run');

export async function ask(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

/** Everything that acts or writes carries the token of this run. */
export async function send(path, wish = {}) {
  const headers = { 'Content-Type': 'application/json', 'X-Epubforge-Token': meta('token') };
  const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(wish) });
  if (!answer.ok) throw new Error((await answer.text()).slice(0, 300) || `${path}: ${answer.status}`);
  return answer;
}

/** A resource of the book or of the viewer as text; null when there is none. */
export async function text(address) {
  const answer = await fetch(address, { cache: 'no-cache' });
  return answer.ok ? answer.text() : null;
}
