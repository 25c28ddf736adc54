// Copy buttons: data-copy holds the text, or data-copy-from the id of the element whose text is taken.
// What is copied from an answer keeps its mark and its sources, because they are part of that element.
const said = document.createElement("p");
said.className = "sr-only";
said.setAttribute("role", "status");
document.body.append(said);

function textOf(button) {
  return button.dataset.copyFrom ? (document.getElementById(button.dataset.copyFrom)?.innerText ?? "") : button.dataset.copy;
}

/** For plain http, where the clipboard interface is absent. */
function copyBySelection(text) {
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "sr-only";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (!done) throw new Error("copy refused");
}

async function copy(text) {
  if (navigator.clipboard) await navigator.clipboard.writeText(text);
  else copyBySelection(text);
}

/** Shows the copy buttons in `scope`; call it again for parts that arrive later. */
export function showCopyButtons(scope = document) {
  for (const button of scope.querySelectorAll("[data-copy], [data-copy-from]")) button.hidden = false;
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy], [data-copy-from]");
  if (!button) return;
  const label = (button.dataset.label ??= button.textContent);
  try {
    await copy(textOf(button));
    button.textContent = "已复制";
    said.textContent = "已复制到剪贴板";
  } catch {
    button.textContent = "没能复制，请手动选取";
    said.textContent = "没能复制，请手动选取文字";
  }
  setTimeout(() => {
    button.textContent = label;
    said.textContent = "";
  }, 2500);
});

showCopyButtons();
