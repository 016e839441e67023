// A requirement opens to what it says and what is wrong with each target.
const named = (index, cell, ...said) =>
  element("section", {}, element("h3", {}, data.targets[index], cell ? toned(cell.verdict) : null), ...said);
const told = (row) =>
  element(
    "li",
    {},
    element("div", { class: "line" }, toned(row.verdict), element("code", {}, row.operation)),
    ...[row.reason, row.message].filter(Boolean).map((text) => element("p", {}, visible(text))),
  );
const ofTarget = (cell, index) => {
  if (!cell) return named(index, cell, element("p", { class: "soft" }, "Not judged in this run."));
  const fine = cell.count - cell.rows.length;
  const passed = fine ? element("p", { class: "soft" }, fine === 1 ? "1 operation passed." : `${fine} operations passed.`) : null;
  return named(index, cell, ...[cell.rows.length ? element("ul", {}, ...cell.rows.map(told)) : null, passed].filter(Boolean));
};
const stated = (term, text) => (text ? element("div", {}, element("dt", {}, term), element("dd", {}, text)) : null);
const details = (group, width) =>
  element(
    "tr",
    { class: "details" },
    element(
      "td",
      { colspan: String(width) },
      element("p", { class: "statement" }, group.statement || "This release does not have this requirement."),
      element("dl", { class: "facts" }, stated("Source", group.source), stated("Governs", group.spec)),
      element("div", { class: "said" }, ...group.cells.map(ofTarget)),
    ),
  );
const close = (row) => {
  if (row.nextElementSibling?.className === "details") row.nextElementSibling.remove();
  row.querySelector("button").setAttribute("aria-expanded", "false");
};
document.getElementById("requirements").addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const row = button.closest("tr");
  if (button.getAttribute("aria-expanded") === "true") return close(row);
  row.after(details(groupOf(row), row.cells.length));
  button.setAttribute("aria-expanded", "true");
});
form.addEventListener("input", () => {
  for (const row of rows) if (row.hidden) close(row);
});
