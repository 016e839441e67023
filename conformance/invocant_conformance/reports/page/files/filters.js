// What the pages share: the data, safe elements, and the filters above the requirements.
const data = JSON.parse(document.getElementById("data").textContent);
document.documentElement.classList.add("script");

// Text only ever becomes text nodes and attributes without meaning: nothing here parses markup.
const element = (name, attributes, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null));
  return made;
};
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]/gu;
const visible = (text) => text.replace(HIDDEN, (found) => `\\u{${found.codePointAt(0).toString(16)}}`);
const toned = (verdict) => element("span", { class: "tone", "data-tone": data.tones[verdict] || "off" }, verdict);
const copyButton = (text, label) => element("button", { class: "copy", type: "button", "data-copy": text, "aria-label": label, title: label });

const form = document.getElementById("filters");
const shown = document.getElementById("shown");
const everything = document.getElementById("all");
const empty = document.getElementById("empty");
const rows = [...document.querySelectorAll(".row")];
const areas = [...document.querySelectorAll(".area")];
const groupOf = (row) => data.groups[Number(row.dataset.number)];

// What a reader searches: not the exchanges, whose common words would find everything.
const UNSEARCHED = new Set(["spec", "verdicts", "curl", "request", "response"]);
const words = (value) => {
  if (value === null || typeof value !== "object") return String(value ?? "");
  const searched = Object.entries(value).filter(([key]) => !UNSEARCHED.has(key));
  return searched.map(([, each]) => words(each)).join("\n");
};
const haystacks = new Map();
const haystack = (group) => {
  if (!haystacks.has(group)) haystacks.set(group, words(group).toLowerCase());
  return haystacks.get(group);
};
const wanted = () => {
  const given = new FormData(form);
  const needles = given.get("text").toLowerCase().split(/\s+/).filter(Boolean);
  const verdicts = new Set(given.getAll("verdict"));
  const fits = ["level", "area", "profile"].filter((key) => given.get(key));
  return (group) =>
    fits.every((key) => group[key] === given.get(key)) &&
    (!verdicts.size || group.verdicts.some((verdict) => verdicts.has(verdict))) &&
    needles.every((needle) => haystack(group).includes(needle));
};
const filter = () => {
  const fits = wanted();
  let count = 0;
  for (const row of rows) {
    row.hidden = !fits(groupOf(row));
    count += !row.hidden;
  }
  for (const area of areas) area.hidden = !area.querySelector(".row:not([hidden])");
  empty.hidden = count > 0;
  everything.hidden = count === rows.length;
  shown.textContent = count === rows.length ? `${count} requirements` : `${count} of ${rows.length} requirements`;
};
const showAll = () => {
  form.reset();
  filter();
};

form.hidden = false;
form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
everything.addEventListener("click", showAll);
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
  event.preventDefault();
  form.elements.text.focus();
});
// The problems first, where there are any.
for (const chip of form.querySelectorAll("[data-told='yes']")) chip.checked = true;
filter();
