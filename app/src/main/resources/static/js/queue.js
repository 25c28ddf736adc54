// Keys for whoever works through the queue. Everything works without this script. No key does anything until it is switched on here,
// and the switch stays on the page (WCAG 2.1.4); keys of screen readers and of browsers are left alone.
const STORE = "zr-queue-keys";
const help = document.querySelector("[data-keys]");
const toggle = document.querySelector("[data-keys-on]");

function isOn() {
  try {
    return localStorage.getItem(STORE) === "on";
  } catch {
    return false;
  }
}

if (help && toggle) {
  help.hidden = false;
  toggle.checked = isOn();
  toggle.addEventListener("change", () => {
    try {
      localStorage.setItem(STORE, toggle.checked ? "on" : "off");
    } catch {
      toggle.checked = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (!toggle.checked || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
    const done = act(event.key);
    if (done) event.preventDefault();
  });
}

function act(key) {
  if (key === "]") return step(1);
  if (key === "[") return step(-1);
  if (key === "=") return tick();
  return false;
}

/** To the next row of the queue, or to the next case. */
function step(by) {
  const rows = [...document.querySelectorAll("[data-case]")];
  if (rows.length > 0) {
    const at = rows.findIndex((link) => link.closest("tr").contains(document.activeElement));
    const to = at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by;
    rows[to]?.focus();
    return to >= 0 && to < rows.length;
  }
  const link = document.querySelector(by > 0 ? "[data-next]" : "[data-previous]");
  link?.click();
  return link !== null;
}

function tick() {
  const box = document.activeElement?.closest("tr")?.querySelector("input[type=checkbox]");
  box?.click();
  return Boolean(box);
}
