// Elements without a framework, and never from strings of HTML: what people and bots write stays text.

export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

// A small window over the page that asks for words (or, without `value`, only for a yes); null when cancelled.
export function ask(question, value) {
  return new Promise((resolve) => {
    const field = value === undefined ? null : h("input", { name: "words", "aria-label": question, required: true, maxlength: 128 });
    if (field) field.value = value;
    const dialog = h("dialog", { class: "ask", "aria-label": question },
      h("form", { method: "dialog" },
        h("p", {}, question),
        field,
        h("div", { class: "row" },
          h("button", { type: "submit", value: "", formnovalidate: true }, "Cancelar"),
          h("button", { type: "submit", value: "yes", class: "primary" }, "Aceptar"))));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes" ? (field ? field.value.trim() : true) : null);
    });
    document.body.append(dialog);
    dialog.showModal();
    // Enter means yes, not the first button of the form.
    field?.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      if (field.value.trim()) dialog.close("yes");
    });
  });
}

// Something that wants to be read before anything else.
export function tell(words) {
  const dialog = h("dialog", { class: "ask", role: "alertdialog", "aria-label": words },
    h("form", { method: "dialog" }, h("p", {}, words), h("div", { class: "row" }, h("button", { type: "submit", class: "primary" }, "Entendido"))));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

export function menu(label, symbol, items) {
  const list = h("div", { class: "menu-items", role: "menu" });
  const box = h("details", { class: "menu" }, h("summary", { "aria-label": label, title: label }, symbol), list);
  const fill = () => list.replaceChildren(...items().map(([words, act, attributes = {}]) =>
    h("button", { type: "button", role: "menuitem", ...attributes, onclick: () => { box.open = false; act(); } }, words)));
  box.addEventListener("toggle", () => {
    if (!box.open) return list.replaceChildren();
    fill();
    const room = (box.closest(".log") ?? document.body).getBoundingClientRect();
    box.classList.toggle("up", box.getBoundingClientRect().bottom + list.offsetHeight > room.bottom);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    box.open = false;
    box.querySelector("summary").focus();
  });
  return box;
}

// One open menu at a time, closed by a click elsewhere.
document.addEventListener("click", (event) => {
  for (const open of document.querySelectorAll("details.menu[open]")) if (!open.contains(event.target)) open.open = false;
});
