// The assistant's pages. Everything works without this script; with it answers appear as they are made.
import { showCopyButtons } from "./copy.js";

// The one place where words become markup: only the fragments of our own event stream come through here. Browsers that know
// Trusted Types refuse any other.
const policy = window.trustedTypes?.createPolicy("zhirong", { createHTML: (html) => html }) ?? { createHTML: (html) => html };

/** What the server rendered and escaped, as nodes. */
function nodes(html) {
  return [...new DOMParser().parseFromString(policy.createHTML(html), "text/html").body.children];
}

const isAtBottom = () => window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 120;

/** Changes the page; whoever reads at the bottom stays there, whoever reads elsewhere is left alone. */
function following(change) {
  const follow = isAtBottom();
  change();
  if (follow) window.scrollTo({ top: document.documentElement.scrollHeight });
}

/** 停止 gives way to 提问. */
function offerSending() {
  if (document.querySelector("[data-events]")) return;
  for (const button of document.querySelectorAll("[data-send]")) button.hidden = false;
  for (const gone of document.querySelectorAll("[data-stop], [data-stop-form]")) gone.remove();
}

function listen(turn) {
  const text = turn.querySelector("[data-text]");
  const citations = turn.querySelector("[data-citations]");
  const stage = turn.querySelector("[data-stage]");
  const source = new EventSource(turn.dataset.events);
  source.addEventListener("stage", (event) => (stage.textContent = event.data));
  source.addEventListener("citation", (event) => {
    citations.hidden = false;
    citations.append(...nodes(event.data));
  });
  source.addEventListener("text", (event) => following(() => text.append(...nodes(event.data))));
  source.addEventListener("done", (event) => {
    source.close();
    const [whole] = nodes(event.data);
    if (!whole) return;
    following(() => turn.replaceWith(whole));
    showCopyButtons(whole);
    offerSending();
    tell(whole.querySelector(".stage-stopped") ? "已停止" : whole.querySelector(".stage-failed") ? "没能答出来" : "回答完成");
    // It was still running when the server ended this stream, for example because it is being restarted.
    if (whole.dataset.events) setTimeout(() => listen(whole), 1000);
  });
  source.addEventListener("error", () => {
    stage.textContent = source.readyState === EventSource.CLOSED ? "连接断开了，请刷新页面查看回答。" : "连接中断，正在重新连接…";
  });
}

const said = document.createElement("p");
said.className = "sr-only";
said.setAttribute("role", "status");
document.body.append(said);
function tell(words) {
  said.textContent = words;
}

for (const turn of document.querySelectorAll("[data-events]")) listen(turn);

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.matches("[data-stop-form]")) {
    event.preventDefault();
    fetch(form.action, { method: "POST", redirect: "manual" }).catch(() => form.submit());
    return;
  }
  if (!form.matches("[data-ask]")) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "true";
  askAsOf(form);
  const live = document.createElement("input");
  live.type = "hidden";
  live.name = "live";
  live.value = "1";
  form.append(live);
});

/** A question that is pressed instead of typed is asked as of the day in the box, too. */
function askAsOf(form) {
  const day = document.querySelector("[data-ask] input[type=date][name=asOf]");
  if (!day || day.form === form) return;
  let kept = form.elements.asOf;
  if (!kept) {
    kept = document.createElement("input");
    kept.type = "hidden";
    kept.name = "asOf";
    form.append(kept);
  }
  kept.value = day.value;
}

// Back to a page from the browser's memory: its form may be sent again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

// Enter asks, Shift+Enter breaks the line; while characters are being composed Enter belongs to the input method.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  const form = event.target.closest?.("form[data-ask]");
  if (!form || event.target.tagName !== "TEXTAREA") return;
  event.preventDefault();
  const send = form.querySelector("[data-send]");
  if (!send.hidden) form.requestSubmit(send);
});

// A citation's number shows the clause beside the text without moving the text; below 62 rem the browser jumps to it.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-cite]");
  const citation = link && document.getElementById(link.dataset.cite);
  if (!citation) return;
  for (const other of document.querySelectorAll("a[data-cite][aria-current]")) other.removeAttribute("aria-current");
  for (const other of document.querySelectorAll(".citation-shown")) other.classList.remove("citation-shown");
  link.setAttribute("aria-current", "true");
  citation.classList.add("citation-shown");
  const panel = citation.closest("[data-citations]");
  if (getComputedStyle(panel).position !== "sticky") return;
  event.preventDefault();
  panel.scrollTo({ top: citation.offsetTop - panel.offsetTop - 8 });
  citation.tabIndex = -1;
  citation.focus({ preventScroll: true });
});
