"use strict";
// Buttons of the class copy: what data-copy says, or the code beside them.
(() => {
  const write = async (text) => {
    try {
      return await navigator.clipboard.writeText(text);
    } catch {
      // It is not there, or not allowed here: the older way asks nobody.
    }
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    if (!done) throw new Error("not copied");
  };
  document.addEventListener("click", async (event) => {
    const button = event.target.closest(".copy");
    if (!button) return;
    const code = button.hasAttribute("data-copy-code") ? button.parentElement.querySelector("code").textContent : null;
    let outcome = "done";
    try {
      await write(code === null ? button.dataset.copy : code.trimEnd() + "\n");
    } catch {
      outcome = "failed";
    }
    button.focus();
    button.classList.add(outcome);
    setTimeout(() => button.classList.remove(outcome), 1500);
  });
})();
