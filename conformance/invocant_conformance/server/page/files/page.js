"use strict";
(() => {
  const EVERY = 2000;
  const PATIENCE = 5000;
  const byId = (id) => document.getElementById(id);
  const root = document.documentElement;
  root.classList.add("script");

  // Clients: tabs, moved through with the arrow keys.
  const list = document.querySelector(".tabs");
  const tabs = [...list.children];
  list.setAttribute("role", "tablist");
  const narrow = matchMedia("(max-width: 44rem)");
  const orient = () => list.setAttribute("aria-orientation", narrow.matches ? "horizontal" : "vertical");
  narrow.addEventListener("change", orient);
  orient();
  const select = (tab) => {
    for (const each of tabs) {
      const chosen = each === tab;
      each.setAttribute("aria-selected", String(chosen));
      each.tabIndex = chosen ? 0 : -1;
      byId(each.getAttribute("aria-controls")).hidden = !chosen;
    }
  };
  select(tabs.find((tab) => tab.hash === location.hash) || tabs[0]);
  const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  list.addEventListener("click", (event) => {
    const tab = event.target.closest("a");
    if (!tab) return;
    event.preventDefault();
    select(tab);
  });
  list.addEventListener("keydown", (event) => {
    const at = tabs.indexOf(document.activeElement);
    let next = null;
    if (event.key in steps) next = tabs[(at + steps[event.key] + tabs.length) % tabs.length];
    else if (event.key === "Home") next = tabs[0];
    else if (event.key === "End") next = tabs[tabs.length - 1];
    else if (event.key === " ") next = tabs[at];
    if (!next) return;
    event.preventDefault();
    select(next);
    next.focus();
    next.scrollIntoView({ block: "nearest", inline: "nearest" });
  });

  // Filters.
  const clock = new Intl.DateTimeFormat([], { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
  const chosen = (name) => document.querySelector(`input[name="${name}"]:checked`).value;
  const filter = () => {
    if (!byId("requests-rows")) return;
    const failing = chosen("requests") === "failing";
    for (const row of byId("requests-rows").rows) {
      row.hidden = failing && row.dataset.tone !== "bad" && row.dataset.tone !== "busy";
    }
    const origin = chosen("endpoints");
    const text = byId("endpoints-search").value.trim().toLowerCase();
    for (const row of byId("endpoints-rows").rows) {
      row.hidden = (origin && row.dataset.origin !== origin) || !row.dataset.text.toLowerCase().includes(text);
    }
  };
  const localise = () => {
    for (const time of document.querySelectorAll("#requests-rows time")) {
      const came = new Date(time.dateTime);
      time.textContent = clock.format(came);
      time.title = came.toLocaleString();
    }
  };
  const prepare = () => {
    for (const id of ["requests-filter", "endpoints-filter", "endpoints-search"]) {
      const found = byId(id);
      if (found) found.hidden = false;
    }
    localise();
    filter();
  };
  document.addEventListener("input", (event) => {
    if (event.target.closest(".bar")) filter();
  });

  // Staying up to date.
  const status = byId("status");
  const pause = byId("pause");
  let paused = false;
  let token = "";
  let tag = "";
  let timer = 0;
  let gone = null;
  let busy = false;
  const tell = (state, text) => {
    if (status.dataset.state === state && status.textContent === text) return;
    status.dataset.state = state;
    status.textContent = text;
  };
  const selecting = (element) => {
    const selection = document.getSelection();
    return !selection.isCollapsed && selection.containsNode(element, true);
  };
  const replace = (id, markup) => {
    const element = byId(id);
    if (element.dataset.markup === markup) return true;
    if (selecting(element)) return false;
    element.innerHTML = markup;
    element.dataset.markup = markup;
    return true;
  };
  const show = (found) => {
    const requests = replace("requests-rows", found.requests);
    const endpoints = replace("endpoints-rows", found.endpoints);
    byId("requests-count").textContent = found.requests_count;
    byId("endpoints-count").textContent = found.endpoints_count;
    localise();
    filter();
    return requests && endpoints;
  };
  const ask = async () => {
    const headers = {};
    if (tag) headers["if-none-match"] = tag;
    if (token) headers.authorization = `Bearer ${token}`;
    return fetch("/.invocant/page/live", { headers, cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
  };
  const refresh = async () => {
    if (busy) return;
    busy = true;
    clearTimeout(timer);
    try {
      const answer = await ask();
      if (answer.status === 200) tag = show(await answer.json()) ? answer.headers.get("etag") : "";
      else if (answer.status !== 304) throw new Error(String(answer.status));
      gone = null;
      if (!paused) tell("live", "live");
    } catch {
      gone = gone || new Date();
      tell("gone", `no answer since ${clock.format(gone)}`);
    }
    busy = false;
    later();
  };
  const later = () => {
    clearTimeout(timer);
    if (!paused && !document.hidden) timer = setTimeout(refresh, EVERY);
  };
  const start = () => {
    pause.hidden = false;
    prepare();
    refresh();
  };
  pause.addEventListener("click", () => {
    paused = !paused;
    pause.textContent = paused ? "Resume" : "Pause";
    if (paused) {
      clearTimeout(timer);
      tell("paused", "paused");
    } else refresh();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) clearTimeout(timer);
    else if (!paused && byId("requests-rows")) refresh();
  });

  // Where the endpoints and requests need the admin token: it is kept in this variable only.
  const unlock = byId("unlock");
  if (unlock) {
    unlock.hidden = false;
    unlock.addEventListener("submit", async (event) => {
      event.preventDefault();
      token = byId("admin-token").value;
      byId("admin-token").value = "";
      let told = "The server does not answer.";
      try {
        const answer = await ask();
        if (answer.status === 200) {
          const found = await answer.json();
          byId("requests").replaceWith(byId("activity").content.cloneNode(true));
          show(found);
          start();
          byId("requests-title").scrollIntoView();
          return;
        }
        told = answer.status === 401 ? "This is not the admin token." : `The server answers ${answer.status}.`;
      } catch {}
      token = "";
      byId("unlock-told").textContent = told;
    });
  }
  if (byId("requests-rows")) start();
})();
