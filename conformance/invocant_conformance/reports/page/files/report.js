// Details are made when they are opened.
const CUT = /… \(\d+ characters\)$/;

// JSON with line breaks: the tokens stay as they came, numbers and repeated members included.
const laidOut = (text) => {
  try {
    JSON.parse(text);
  } catch {
    return text;
  }
  let depth = 0;
  const line = () => "\n" + "  ".repeat(depth);
  return text.replace(/"(?:[^"\\]|\\.)*"|[{[]\s*[}\]]|[{}[\]:,]|\s+/g, (token) => {
    if (token[0] === '"') return token;
    if (/^\s/.test(token)) return "";
    if (/^[{[].*[}\]]$/s.test(token)) return token;
    if (token === ":") return ": ";
    if (token === ",") return "," + line();
    if (token === "{" || token === "[") {
      depth += 1;
      return token + line();
    }
    depth -= 1;
    return line() + token;
  });
};

const headers = (value) => {
  const lines = Object.entries(value.headers || {}).map(([name, each]) => `${name}: ${each}`);
  if (!lines.length) return null;
  const said = lines.length === 1 ? "1 header" : `${lines.length} headers`;
  return element("details", { class: "headers" }, element("summary", {}, said), element("pre", { tabindex: "0", "aria-label": said }, visible(lines.join("\n"))));
};
const message = (title, first, value) => {
  const text = typeof value.body === "string" ? `${first}\n\n${laidOut(value.body)}` : first;
  return element("figure", {}, element("figcaption", {}, title), element("pre", { tabindex: "0", "aria-label": title }, visible(text)), headers(value));
};
const exchange = (failure) => {
  if (!failure.request) return null;
  const { request, response } = failure;
  return element(
    "div",
    { class: "exchange" },
    message("Request", `${request.method} ${request.url}`, request),
    response
      ? message("Answer", `${response.status}`, response)
      : element("figure", {}, element("figcaption", {}, "Answer"), element("p", { class: "none" }, "There was none.")),
  );
};
const curl = (failure) => {
  if (!failure.curl) return null;
  const whole = !CUT.test(failure.curl);
  return element(
    "figure",
    { class: "curl" },
    element("figcaption", {}, whole ? "Repeat it" : "Repeat it (cut: too long for a command line)"),
    element("pre", { tabindex: "0", "aria-label": "Command" }, element("code", {}, visible(failure.curl))),
    whole ? copyButton(failure.curl, "Copy the command") : null,
  );
};
const failed = (failure) =>
  element(
    "div",
    { class: "failure" },
    element("p", { class: "message" }, visible(failure.message || "It did not pass.")),
    element("p", { class: "case" }, element("code", {}, failure.case)),
    curl(failure),
    exchange(failure),
  );
const passed = (example) =>
  element("div", { class: "passed" }, element("p", { class: "case" }, element("code", {}, example.case)), curl(example), exchange(example));

const cases = (row) => (row.cases === 1 ? "1 case" : `${row.cases} cases`);
const line = (row) => [toned(row.verdict), element("code", {}, row.operation), element("span", { class: "soft" }, cases(row))];
const reason = (row) => (row.reason ? element("p", { class: "reason" }, visible(row.reason)) : null);
const shown = (row) => (row.passed && !row.failures.length ? [passed(row.passed)] : row.failures.map(failed));
const operation = (row, open) => {
  if (!row.failures.length && !row.passed) return element("li", {}, element("div", { class: "line" }, ...line(row)), reason(row));
  const more = element("details", { class: "broken" }, element("summary", { class: "line" }, ...line(row)));
  const fillIn = () => more.children.length === 1 && more.append(...[reason(row)].filter(Boolean), ...shown(row));
  if (open) {
    more.open = true;
    fillIn();
  } else more.addEventListener("toggle", fillIn, { once: true });
  return element("li", {}, more);
};
const stated = (term, text) => (text ? element("div", {}, element("dt", {}, term), element("dd", {}, text)) : null);
const details = (group) =>
  element(
    "div",
    { class: "details" },
    element("p", { class: "statement" }, group.statement || "This release does not have this requirement."),
    element("dl", { class: "facts" }, stated("Source", group.source), stated("Governs", group.spec)),
    element("ul", { class: "operations" }, ...group.rows.map((row, index) => operation(row, index === 0))),
  );

const prepare = (row) => {
  if (row.children.length === 1) row.append(details(groupOf(row)));
};
for (const row of rows) row.addEventListener("toggle", () => row.open && prepare(row));

// The arrows go from one requirement to the next, and # names one.
const list = document.getElementById("requirements");
list.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.target.parentElement.className !== "row") return;
  const seen = rows.filter((row) => !row.hidden);
  const next = seen[seen.indexOf(event.target.parentElement) + step];
  if (!next) return;
  event.preventDefault();
  next.firstElementChild.focus();
});
const follow = () => {
  const id = decodeURIComponent(location.hash.slice(1));
  const row = rows.find((each) => groupOf(each).id === id);
  if (!row) return;
  if (row.hidden) showAll();
  prepare(row);
  row.open = true;
  row.scrollIntoView();
};
addEventListener("hashchange", follow);
follow();
