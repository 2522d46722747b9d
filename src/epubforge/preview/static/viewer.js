// A placeholder: the list of pages, one page, and a reload of it when it changes.
const edition = document.querySelector("meta[name=epubforge-edition]").content;
const frame = document.getElementById("page");
let shown = null;

async function refresh(changed) {
  const state = await (await fetch(`/state/${edition}`)).json();
  document.title = state.title;
  const error = document.getElementById("error");
  error.hidden = !state.error;
  error.textContent = state.error?.message ?? "";
  document.getElementById("pages").replaceChildren(...state.spine.map(page => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.textContent = page.title;
    button.onclick = () => show(page.href);
    item.append(button);
    return item;
  }));
  if (!shown && state.spine.length) show(state.spine[0].href);
  else if (changed.includes(shown)) frame.contentWindow.location.reload();
}

function show(href) {
  shown = href;
  frame.src = `/book/${edition}/${href.split("/").map(encodeURIComponent).join("/")}`;
}

new EventSource(`/events?edition=${edition}`).addEventListener("state", event => {
  refresh(JSON.parse(event.data).changed);
});
