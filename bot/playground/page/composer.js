// The field at the foot of a phone, and what can be sent from there.
import * as acts from "./acts.js";
import { h, menu } from "./dom.js";
import { icon } from "./icons.js";

export class Composer {
  constructor(phone) {
    this.phone = phone;
    this.reply = null;
    const name = phone.person.name;
    this.field = h("textarea", { rows: 1, "aria-label": `Mensaje de ${name}`, placeholder: "Mensaje", maxlength: 8000 });
    this.field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.send(); }
    });
    this.field.addEventListener("input", () => this.grow());
    this.documents = this.picker("document");
    this.photos = this.picker("photo");
    this.replying = h("p", { class: "replying" });
    this.keyboard = h("div", { class: "keyboard", role: "group", "aria-label": "Teclado del bot" });
    this.commands = menu("Comandos", "/", () => this.commandChoices());
    this.form = h("form", { class: "composer", onsubmit: (event) => { event.preventDefault(); this.send(); } },
      this.commands, menu("Adjuntar", icon("attach"), () => this.attachments()), this.documents, this.photos, this.field,
      h("button", { type: "submit", class: "send", "aria-label": "Enviar", title: "Enviar" }, icon("send")));
    this.blocked = h("p", { class: "blocked" }, "El bot está bloqueado en este teléfono.");
    this.element = h("div", { class: "bottom" }, this.keyboard, this.replying, this.blocked, this.form);
  }

  picker(kind) {
    return h("input", { type: "file", name: kind, multiple: true, class: "picker", tabindex: -1, "aria-label": kind === "photo" ? "Elegir fotos" : "Elegir documentos",
      accept: kind === "photo" ? "image/*" : undefined, onchange: (event) => this.sendFiles(kind, event.target) });
  }

  update() {
    const isBlocked = this.phone.person.has_blocked && this.phone.chat.kind === "private";
    this.blocked.hidden = !isBlocked;
    this.form.hidden = isBlocked;
    this.commands.hidden = this.commandChoices().length === 0;
    this.showKeyboard();
  }

  showKeyboard() {
    const keyboard = this.phone.chat.keyboard;
    this.field.placeholder = keyboard?.input_field_placeholder ?? "Mensaje";
    this.keyboard.replaceChildren(...(keyboard?.keyboard ?? []).map((row) => h("div", { class: "keys-row" },
      row.map((key) => h("button", { type: "button", class: "key", onclick: () => this.pressKey(key) }, key.text ?? key)))));
  }

  pressKey(key) {
    if (this.phone.chat.keyboard?.one_time_keyboard) this.keyboard.replaceChildren();
    if (key.request_location) return this.odd("location");
    if (key.request_contact) return this.odd("contact");
    return this.phone.say(key.text ?? key);
  }

  commandChoices() {
    const offered = this.phone.person.commands[this.phone.chatId] ?? [];
    return offered.map(({ command, description }) => [[h("b", {}, `/${command}`), " ", description], () => this.phone.say(`/${command}`)]);
  }

  attachments() {
    return [
      [[icon("document"), "Documentos…"], () => this.documents.click()],
      [[icon("photo"), "Fotos…"], () => this.photos.click()],
      [[icon("voice"), "Nota de voz"], () => this.odd("voice")],
      [[icon("thumb"), "Sticker"], () => this.odd("sticker")],
      [[icon("place"), "Ubicación"], () => this.odd("location")],
      [[icon("person"), "Contacto"], () => this.odd("contact")],
    ];
  }

  odd(kind) { return this.phone.act(acts.sendOdd(this.phone.key, this.phone.chatId, this.phone.thread, kind)); }

  async sendFiles(kind, input) {
    const files = [...input.files];
    if (files.length === 0) return;
    const caption = this.take();
    await this.phone.act(acts.sendFiles(this.phone.key, this.phone.chatId, this.phone.thread, kind, files, caption));
    input.value = "";
  }

  send() {
    const reply = this.reply;
    const text = this.take();
    if (text) this.phone.say(text, reply);
  }

  take() {
    const text = this.field.value.trim();
    this.field.value = "";
    this.replyTo(null);
    this.grow();
    return text;
  }

  replyTo(message) {
    this.reply = message?.message_id;
    this.replying.replaceChildren(...(message ? [`Responde a: ${(message.text ?? message.caption ?? "archivo").slice(0, 60)} `,
      h("button", { type: "button", class: "link", onclick: () => this.replyTo(null) }, "Cancelar")] : []));
    if (message) this.field.focus();
  }

  grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, 120)}px`;
  }
}
