// The topics of a group, and what its members can do to them.
import * as acts from "./acts.js";
import { ask, h, menu } from "./dom.js";

export class TopicBar {
  constructor(phone) {
    this.phone = phone;
    this.element = h("div", { class: "topics", role: "group", "aria-label": "Temas" });
  }

  update() {
    const { phone } = this;
    this.element.hidden = !phone.chat.is_forum;
    if (!phone.chat.is_forum) { phone.thread = null; return this.element.replaceChildren(); }
    if (phone.thread !== null && !phone.chat.topics.some((topic) => topic.id === phone.thread)) phone.thread = null;
    const tab = (id, name) => h("button", { type: "button", "data-topic": id ?? 1, "aria-pressed": String(phone.thread === id), onclick: () => phone.open(phone.chatId, id) }, name);
    // The menu stands beside what scrolls, or it would be cut off by it.
    this.element.replaceChildren(
      h("div", { class: "topics-row" },
        tab(null, "General"),
        ...phone.chat.topics.map((topic) => tab(topic.id, `${topic.name}${topic.is_closed ? " (cerrado)" : ""}`)),
        h("button", { type: "button", class: "new", onclick: () => this.open() }, "+ Tema")),
      phone.thread === null ? "" : menu("Opciones del tema", "⋯", () => this.choices()));
  }

  async open() {
    const name = await ask("Nombre del tema", "");
    if (name) this.phone.act(acts.openTopic(this.phone.key, this.phone.chatId, name));
  }

  choices() {
    const { phone } = this;
    const topic = phone.chat.topics.find((each) => each.id === phone.thread);
    if (!topic) return [];
    const change = (what) => phone.act(acts.changeTopic(phone.key, phone.chatId, topic.id, what));
    return [
      ["Cambiar el nombre", async () => { const name = await ask("Nombre del tema", topic.name); if (name) change({ name }); }],
      [topic.is_closed ? "Abrir otra vez" : "Cerrar", () => change({ is_closed: !topic.is_closed })],
      ["Borrar el tema", async () => { if (await ask(`¿Borrar «${topic.name}» y sus mensajes?`)) change({ is_deleted: true }); }],
    ];
  }

  groupChoices() {
    const { phone } = this;
    const chat = phone.chat;
    return [
      [chat.is_forum ? "Quitar los temas del grupo" : "Volver a poner temas", () => phone.act(acts.changeGroup(chat.id, { is_forum: !chat.is_forum }))],
      ["Mudar el grupo a otro número", () => phone.act(acts.changeGroup(chat.id, { migrates: true }))],
    ];
  }
}
