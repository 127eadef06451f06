// One person's phone: their chats, what is said in them, and everything a thumb can do.
import * as acts from "./acts.js";
import { ask, h, menu, tell } from "./dom.js";
import { bubble } from "./bubble.js";
import { Composer } from "./composer.js";
import { TopicBar } from "./topics.js";

const LANGUAGES = [["es", "Español"], ["ht", "Kreyòl ayisyen"], ["en", "English"], ["pt-br", "Português"], ["fr", "Français"],
  ["zh-hans", "简体中文"], ["ay", "Aymar aru"], ["", "no lo dice"]];
const ROLES = { marta: "funcionaria municipal", ana: "su colega", jean: "persona migrante", sofia: "equipo de apoyo" };
const PATIENCE = 15000;

export class Phone {
  constructor(world, key) {
    this.world = world;
    this.key = key;
    this.chatId = this.person.id;
    this.thread = null;
    this.bubbles = new Map();
    this.pressed = new Map();
    this.build();
    this.update();
  }

  get person() { return this.world.people.find((each) => each.key === this.key); }
  get chat() { return this.world.chats.get(this.chatId); }

  build() {
    const name = this.person.name;
    this.language = h("select", { "aria-label": `Idioma del teléfono de ${name}`, onchange: () => this.act(acts.changePhone(this.key, { language: this.language.value })) },
      LANGUAGES.map(([code, words]) => h("option", { value: code }, words)));
    this.chatTabs = h("div", { class: "chats", role: "group", "aria-label": "Chats" });
    this.topics = new TopicBar(this);
    this.log = h("div", { class: "log", role: "log", "aria-live": "polite", "aria-label": `Mensajes de ${name}`, tabindex: 0 });
    // The log keeps its end in sight when the phone grows or shrinks around it.
    this.log.addEventListener("scroll", () => { this.atEnd = this.distanceToEnd() < 80; });
    new ResizeObserver(() => this.atEnd !== false && this.toEnd()).observe(this.log);
    this.typing = h("p", { class: "typing", "aria-live": "polite" });
    this.toast = h("p", { class: "toast", role: "status" });
    this.composer = new Composer(this);
    this.element = h("section", { class: "phone", "data-phone": this.key, "aria-label": `Teléfono de ${name}`, id: `phone-${this.key}` },
      h("header", { class: "owner" },
        h("span", { class: "avatar", "aria-hidden": true }, name[0]),
        h("div", { class: "who" }, h("h2", {}, name), h("small", {}, ROLES[this.key] ?? "")),
        this.language,
        menu(`Opciones de ${name}`, "⋮", () => this.phoneChoices())),
      this.chatTabs, this.topics.element, this.log, this.typing, this.toast, this.composer.element);
  }

  update() {
    if (!this.chat) this.chatId = this.person.id;
    this.language.value = this.person.language ?? "";
    const chats = this.person.chats.map((id) => this.world.chats.get(id)).filter(Boolean);
    this.chatTabs.replaceChildren(...chats.map((chat) => h("button", { type: "button", "aria-pressed": String(chat.id === this.chatId), onclick: () => this.open(chat.id) },
      chat.kind === "private" ? this.world.bot.first_name : chat.title)));
    this.topics.update();
    this.composer.update();
    this.redraw();
  }

  open(chatId, thread = null) {
    this.chatId = chatId;
    this.thread = thread;
    this.bubbles.clear();
    this.log.replaceChildren();
    this.update();
    this.toEnd();
  }

  // In "all", a forum shows General; each topic shows its own.
  shows(message) {
    if (!this.chat.is_forum) return true;
    return (message.message_thread_id ?? null) === this.thread;
  }

  redraw() {
    const wanted = [...this.chat.messages.values()].filter((message) => this.shows(message));
    const ids = new Set(wanted.map((message) => message.message_id));
    for (const id of [...this.bubbles.keys()]) if (!ids.has(id)) this.drop(id);
    this.welcome?.remove();
    for (const message of wanted) this.draw(message);
    if (wanted.length === 0 && this.chat.kind === "private") this.showWelcome();
  }

  draw(message) {
    const shown = this.bubbles.get(message.message_id);
    if (shown && shown.json === JSON.stringify(message)) return;
    this.welcome?.remove();
    const isAtEnd = this.distanceToEnd() < 80;
    const element = bubble(message, this);
    const hadFocus = shown?.element.contains(document.activeElement);
    if (shown) shown.element.replaceWith(element);
    else this.log.append(element);
    if (hadFocus) (element.querySelector(".key") ?? this.log).focus({ preventScroll: true });
    this.bubbles.set(message.message_id, { element, json: JSON.stringify(message) });
    for (const image of element.querySelectorAll("img")) image.addEventListener("load", () => isAtEnd && this.toEnd());
    if (isAtEnd || message.from.id === this.person.id) this.toEnd();
  }

  drop(id) {
    this.bubbles.get(id)?.element.remove();
    this.bubbles.delete(id);
  }

  distanceToEnd() { return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight; }

  toEnd() { this.log.scrollTop = this.log.scrollHeight; }

  showWelcome() {
    const texts = this.world.bot.texts;
    const description = texts[`description|${(this.person.language ?? "").slice(0, 2)}`] || texts["description|"] || "";
    this.welcome = h("div", { class: "welcome" },
      h("p", {}, h("b", {}, this.world.bot.first_name)),
      description && h("p", { class: "words" }, description),
      h("button", { type: "button", class: "primary", onclick: () => this.start("") }, "Iniciar"));
    this.log.append(this.welcome);
  }

  act(promise) {
    return promise.catch((error) => { this.note(error.message); });
  }

  say(text, reply) { return this.act(acts.say(this.key, this.chatId, this.thread, text, reply)); }

  start(payload) {
    if (this.chatId !== this.person.id) this.open(this.person.id);
    return this.say(`/start ${payload}`.trim());
  }

  async press(message, button, element) {
    if (element.getAttribute("aria-busy") === "true") return;
    element.setAttribute("aria-busy", "true");
    const answer = await this.act(acts.press(this.key, this.chatId, message.message_id, button.callback_data));
    const rest = () => element.removeAttribute("aria-busy");
    if (!answer || this.answeredEarly?.delete(answer.press)) return rest();
    this.pressed.set(answer.press, rest);
    setTimeout(() => this.pressed.delete(answer.press) && rest(), PATIENCE);
  }

  answered({ press, text, show_alert }) {
    const rest = this.pressed.get(press);
    // The answer may overtake the reply to our own request.
    if (rest) rest(); else (this.answeredEarly ??= new Set()).add(press);
    this.pressed.delete(press);
    if (text && show_alert) tell(text);
    else if (text) this.note(text);
  }

  note(words) {
    this.toast.textContent = words;
    this.toast.classList.add("shown");
    clearTimeout(this.fading);
    this.fading = setTimeout(() => this.toast.classList.remove("shown"), 4000);
  }

  showTyping() {
    this.typing.textContent = "escribiendo…";
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.stopTyping(), 5000);
  }

  stopTyping() { this.typing.textContent = ""; }

  react(id, emoji) {
    const place = this.bubbles.get(id)?.element.querySelector(".reaction");
    if (place) place.textContent = emoji.join("");
  }

  async copy(text) {
    await navigator.clipboard?.writeText(text).catch(() => null);
    this.note(`Copiado: ${text}`);
  }

  phoneChoices() {
    const blocked = this.person.has_blocked;
    const group = this.chat.kind === "private" ? [] : this.topics.groupChoices();
    return [[blocked ? "Desbloquear el bot" : "Bloquear el bot", () => this.act(acts.changePhone(this.key, { has_blocked: !blocked }))], ...group];
  }

  choicesFor(message) {
    const isOwn = message.from.id === this.person.id;
    const others = this.person.chats.filter((id) => id !== this.chatId).map((id) => this.world.chats.get(id));
    const here = [message.message_id, this.chatId];
    return [
      ["Responder", () => this.composer.replyTo(message)],
      ["Reenviar aquí", () => this.act(acts.forward(this.key, this.chatId, message.message_id, this.chatId))],
      ...others.map((chat) => [`Reenviar a ${chat.kind === "private" ? this.world.bot.first_name : chat.title}`,
        () => this.act(acts.forward(this.key, this.chatId, message.message_id, chat.id))]),
      ...(isOwn && (message.text || message.caption) ? [["Editar", () => this.editOwn(message)]] : []),
      ["Borrar", () => this.act(acts.remove(this.key, here[1], here[0]))],
    ];
  }

  async editOwn(message) {
    const text = await ask("Editar el mensaje", message.text ?? message.caption);
    if (text) this.act(acts.edit(this.key, this.chatId, message.message_id, text));
  }
}
