// The form of a rule: a choice that makes it ask other things sends it at once, as its button beside it would.
const form = document.querySelector("[data-rule-form]");
for (const button of form?.querySelectorAll(".rule-field button[value=refresh]") ?? []) button.hidden = true;
form?.addEventListener("change", (event) => {
  const select = event.target;
  if (!(select instanceof HTMLSelectElement) || !("changes" in select.dataset)) return;
  select.parentElement?.querySelector("button[value=refresh]")?.click();
});
