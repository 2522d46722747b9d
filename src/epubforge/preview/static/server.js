/** What the viewer asks of the preview's server. */
const token = () => document.querySelector('meta[name="epubforge-token"]').content;

export async function ask(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

/** Everything that acts or writes carries the token of this run. */
export async function send(path, wish = {}) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Epubforge-Token': token() },
    body: JSON.stringify(wish),
  });
  if (!answer.ok) throw new Error((await answer.text()).slice(0, 300) || `${path}: ${answer.status}`);
  return answer;
}

export async function page(address) {
  const answer = await fetch(address, { cache: 'no-cache' });
  return answer.ok ? answer.text() : null;
}

/** A server that was started again has another token. */
export async function renewToken() {
  const text = await page('/');
  const fresh = text && new DOMParser().parseFromString(text, 'text/html').querySelector('meta[name="epubforge-token"]');
  if (fresh) document.querySelector('meta[name="epubforge-token"]').content = fresh.content;
}
