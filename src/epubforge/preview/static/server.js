/** What the viewer asks of the preview's server. */
const meta = (name) => document.querySelector(`meta[name="epubforge-${name}"]`).content;

/** Another run than the one this page is of: the server was started again. */
export const isOther = (run) => run !== meta('run');

/** A path of the server, each part encoded: path('book', 'main', 'text/a b.xhtml'). */
export const path = (...parts) => `/${parts.join('/').split('/').map(encodeURIComponent).join('/')}`;

async function answered(url, wish) {
  const answer = await fetch(url, wish);
  if (!answer.ok) throw new Error((await answer.text()).slice(0, 300) || `${url}: ${answer.status}`);
  return answer;
}

export const ask = async (url) => (await answered(url)).json();
export const text = async (url) => (await answered(url, { cache: 'no-cache' })).text();

/** Everything that acts or writes carries the token of this run. */
export const send = (url, wish = {}) => answered(url, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'X-Epubforge-Token': meta('token') },
  body: JSON.stringify(wish),
});
