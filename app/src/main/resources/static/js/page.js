// Small comforts of a page: print buttons, focus on the error summary, contents folded on a phone.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

document.querySelector("[data-focus]")?.focus();

const narrow = window.matchMedia("(max-width: 60rem)").matches;
if (narrow) {
  for (const details of document.querySelectorAll("details[data-closed-when-narrow]")) details.open = false;
}
