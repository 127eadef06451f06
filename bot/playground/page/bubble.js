// One message as a bubble, with what hangs under it.
import { h, menu } from "./dom.js";
import { icon } from "./icons.js";
import { link, words } from "./words.js";

const SERVICE = [
  ["forum_topic_created", (what) => `Tema abierto: ${what.name}`],
  ["forum_topic_edited", (what) => `El tema se llama ahora «${what.name}»`],
  ["forum_topic_closed", () => "Tema cerrado"],
  ["forum_topic_reopened", () => "Tema abierto otra vez"],
  ["pinned_message", () => "Mensaje fijado"],
  ["new_chat_members", (people) => `Entra ${people.map((each) => each.first_name).join(", ")}`],
  ["left_chat_member", (person) => `Sale ${person.first_name}`],
  ["migrate_from_chat_id", () => "El grupo cambió de número"],
];
const MEDIA = ["photo", "document", "voice", "audio", "video", "sticker", "venue", "location", "contact"];

export function bubble(message, phone) {
  const service = SERVICE.find(([name]) => name in message);
  if (service) return h("p", { class: "service", "data-message-id": message.message_id }, service[1](message[service[0]]));
  const isOwn = message.from.id === phone.person.id;
  const text = message.text ?? message.caption;
  return h("article", {
    class: `message ${isOwn ? "own" : "other"}${message.media_group_id ? " of-album" : ""}`,
    "data-message-id": message.message_id,
    "data-from": message.from.is_bot ? "bot" : "person",
    "aria-label": `${isOwn ? "Usted" : message.from.first_name}, ${hour(message.date)}`,
  },
    h("div", { class: "bubble" },
      author(message, phone, isOwn),
      message.forward_origin && h("p", { class: "forwarded" }, `Reenviado de ${message.forward_origin.sender_user.first_name}`),
      quoted(message.reply_to_message),
      media(message),
      text && h("div", { class: "words", dir: "auto" }, words(text, message.entities ?? message.caption_entities, phone)),
      h("div", { class: "foot" },
        h("span", { class: "reaction" }),
        h("time", {}, `${message.edit_date ? "editado " : ""}${hour(message.date)}`),
        menu("Opciones del mensaje", "⋯", () => phone.choicesFor(message)))),
    keys(message, phone));
}

const hour = (date) => new Date(date * 1000).toLocaleTimeString("es-CL", { hour: "2-digit", minute: "2-digit", hour12: false });

function author(message, phone, isOwn) {
  if (isOwn || phone.chat.kind === "private") return null;
  return h("p", { class: "author" }, message.from.first_name);
}

function quoted(replied) {
  if (!replied || replied.forum_topic_created) return null;
  return h("blockquote", { class: "quoted" }, h("b", {}, replied.from.first_name), " ", (replied.text ?? replied.caption ?? "archivo").slice(0, 80));
}

function media(message) {
  const kind = MEDIA.find((each) => each in message);
  const file = message[kind];
  switch (kind) {
    case undefined: return null;
    case "photo": return picture(file, message.caption);
    case "sticker": return h("p", { class: "sticker" }, icon("thumb"), h("span", {}, "Sticker"));
    case "voice": case "audio": return recording(file);
    case "venue": return h("p", { class: "odd" }, icon("place"), h("b", {}, file.title), h("br"), file.address);
    case "location": return h("p", { class: "odd" }, icon("place"), `Ubicación ${file.latitude.toFixed(4)}, ${file.longitude.toFixed(4)}`);
    case "contact": return h("p", { class: "odd" }, icon("person"), `${file.first_name} ${file.phone_number}`);
    default: return document_(file);
  }
}

function recording(file) {
  const length = `${Math.floor(file.duration / 60)}:${String(file.duration % 60).padStart(2, "0")}`;
  return h("div", {},
    h("p", { class: "odd" }, icon("voice"), `Nota de voz, ${length}`),
    h("audio", { class: "player", controls: true, preload: "none", src: `/playground/files/${file.file_id}` }));
}

function picture(sizes, caption) {
  const largest = sizes.at(-1);
  const address = `/playground/files/${largest.file_id}`;
  return h("a", { href: address, target: "_blank", class: "picture" },
    h("img", { src: address, width: largest.width, height: largest.height, loading: "lazy", alt: caption ? "Imagen; sus datos están en el texto" : "Imagen" }));
}

function document_(file) {
  return h("a", { class: "file", href: `/playground/files/${file.file_id}`, download: file.file_name ?? "" },
    h("span", { class: "file-icon", "aria-hidden": true }, (file.file_name ?? "").split(".").at(-1).slice(0, 4)),
    h("span", { class: "file-name" }, h("b", {}, file.file_name ?? "archivo"), h("small", {}, size(file.file_size ?? 0))));
}

function size(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} kB` : `${(bytes / 1024 / 1024).toLocaleString("es-CL", { maximumFractionDigits: 1 })} MB`;
}

function keys(message, phone) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  return h("div", { class: "keys", role: "group", "aria-label": "Botones del mensaje" },
    rows.map((row) => h("div", { class: "keys-row" }, row.map((button) => key(button, message, phone)))));
}

function key(button, message, phone) {
  const look = { class: `key ${button.style ?? ""}` };
  if (button.url) return link(button.url, [button.text, h("span", { class: "away", "aria-hidden": true }, "↗")], phone, look);
  if (button.copy_text) {
    return h("button", { type: "button", ...look, onclick: () => phone.copy(button.copy_text.text) }, button.text);
  }
  return h("button", { type: "button", ...look, "data-data": button.callback_data, onclick: (event) => phone.press(message, button, event.currentTarget) },
    button.text);
}
