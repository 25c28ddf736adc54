// Display settings without a reload: the same buttons, the same POST, only that the page is changed at once.
const root = document.documentElement;

function next(button) {
  if (button.dataset.zoomStep) {
    const step = Number(button.dataset.zoomStep);
    const now = Number(root.dataset.zoom);
    return ["zoom", String(step === 0 ? 100 : Math.min(200, Math.max(100, now + step)))];
  }
  const name = button.dataset.set;
  return [name, name === "scheme" ? button.value : String(root.dataset[name] !== "true")];
}

/** Makes every button show what is set, also those of a second copy of the form. */
function show() {
  for (const button of document.querySelectorAll("[data-set]")) {
    const value = root.dataset[button.dataset.set];
    button.setAttribute("aria-pressed", String(button.dataset.set === "scheme" ? value === button.value : value === "true"));
  }
  for (const output of document.querySelectorAll("[data-zoom-now]")) {
    output.textContent = `当前 ${root.dataset.zoom}%`;
  }
}

document.addEventListener("submit", async (event) => {
  const form = event.target.closest("form[data-display]");
  const button = event.submitter;
  if (!form || !button || !(button.dataset.set || button.dataset.zoomStep)) return;
  event.preventDefault();
  const [name, value] = next(button);
  root.dataset[name] = value;
  show();
  const said = form.querySelector("[data-display-said]");
  const body = new URLSearchParams({ return: form.elements.return.value, [name]: value });
  try {
    const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" });
    if (answer.type !== "opaqueredirect" && !answer.ok) throw new Error(String(answer.status));
    if (said) said.textContent = "";
  } catch {
    if (said) said.textContent = "设置已用于本页，但没有保存成功；换页后请再设置一次。";
  }
});

// 辅助线: a line that follows the pointer, and the keyboard's focus when there is no pointer.
let line;
function moveGuide(y) {
  if (root.dataset.guide !== "true") {
    line?.remove();
    line = undefined;
    return;
  }
  if (!line) {
    line = document.createElement("div");
    line.className = "guide-line";
    document.body.append(line);
  }
  line.style.setProperty("transform", `translateY(${Math.round(y)}px)`);
}
document.addEventListener("pointermove", (event) => moveGuide(event.clientY + 14), { passive: true });
document.addEventListener("focusin", (event) => moveGuide(event.target.getBoundingClientRect().bottom));

// Panels of the top line close on Escape and on a click elsewhere.
const panels = () => document.querySelectorAll(".strip-details[open]");
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const panel of panels()) {
    panel.open = false;
    panel.querySelector("summary").focus();
  }
});
document.addEventListener("click", (event) => {
  for (const panel of panels()) if (!panel.contains(event.target)) panel.open = false;
});
