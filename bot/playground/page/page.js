// The page: phones side by side, one behind the other where it is narrow.
import { h } from "./dom.js";
import { FaultPanel } from "./faults.js";
import { Phone } from "./phone.js";
import { Store } from "./store.js";

const world = new Store();
const phones = new Map();
const at = (id) => document.getElementById(id);
const faults = new FaultPanel(world, at("faults"));

function showPhones() {
  for (const person of world.people) {
    if (phones.has(person.key)) { phones.get(person.key).update(); continue; }
    const phone = new Phone(world, person.key);
    phones.set(person.key, phone);
    at("phones").append(phone.element);
    phone.toEnd();
    at("tabs").append(h("button", { type: "button", "aria-controls": `phone-${person.key}`, "data-tab": person.key, onclick: () => choose(person.key) }, person.name));
  }
  choose(document.querySelector("#tabs [aria-pressed=true]")?.dataset.tab ?? world.people[0]?.key);
}

function choose(key) {
  for (const tab of at("tabs").children) tab.setAttribute("aria-pressed", String(tab.dataset.tab === key));
  for (const [each, phone] of phones) phone.element.classList.toggle("chosen", each === key);
  phones.get(key)?.toEnd();
}

function showOpening() {
  const { invitation, role, hint } = world.opening;
  at("hint").textContent = hint ?? "Toque «Iniciar» en un teléfono y converse con el bot.";
  const open = (key, payload, words) => h("button", { type: "button", class: "opening", title: `t.me/${world.bot.username}?start=${payload}`, onclick: () => { choose(key); phones.get(key)?.start(payload); } },
    h("b", {}, words), h("small", {}, `t.me/${world.bot.username}?start=${payload}`));
  at("links").replaceChildren(
    ...(invitation ? [open("marta", `inv_${invitation}`, "Marta abre su invitación"), open("ana", `inv_${invitation}`, "Ana abre la misma")] : []),
    ...(role ? [open("sofia", `rol_${role}`, "Sofía recibe su rol de apoyo")] : []));
}

const watching = (chat) => [...phones.values()].filter((phone) => phone.chatId === chat);

world.addEventListener("state", () => { showOpening(); showPhones(); faults.update(); });
world.addEventListener("message", ({ detail }) => {
  for (const phone of watching(detail.chat)) {
    if (phone.shows(detail.message)) phone.draw(detail.message);
    if (detail.message.from.is_bot) phone.stopTyping();
  }
});
world.addEventListener("deleted", ({ detail }) => watching(detail.chat).forEach((phone) => phone.drop(detail.message_id)));
world.addEventListener("keyboard", ({ detail }) => watching(detail.chat).forEach((phone) => phone.composer.showKeyboard()));
world.addEventListener("typing", ({ detail }) => watching(detail.chat).forEach((phone) => phone.showTyping()));
world.addEventListener("reaction", ({ detail }) => watching(detail.chat).forEach((phone) => phone.react(detail.message_id, detail.emoji)));
world.addEventListener("answered", ({ detail }) => phones.get(detail.person)?.answered(detail));
world.addEventListener("connected", () => { at("status").textContent = "Conectado"; document.body.classList.remove("alone"); });
world.addEventListener("disconnected", () => { at("status").textContent = "Sin conexión; vuelvo a intentar…"; document.body.classList.add("alone"); });

// Until the playground answers for the first time.
async function begin() {
  try { await world.start(); } catch { setTimeout(begin, 1000); }
}
begin();
