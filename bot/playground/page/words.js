// The words of a message with their entities. Offsets are UTF-16 units, as JavaScript counts anyway.
import { h } from "./dom.js";

const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote" };
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const LONG = 160;

export function words(text, entities, phone) {
  const within = (from, to, list) => {
    const pieces = [];
    let at = from;
    for (let i = 0; i < list.length; i++) {
      const entity = list[i];
      const end = Math.min(entity.offset + entity.length, to);
      if (entity.offset < at) continue;
      if (entity.offset > at) pieces.push(text.slice(at, entity.offset));
      const inner = list.slice(i + 1).filter((other) => other.offset < end);
      pieces.push(wrapped(entity, text.slice(entity.offset, end), within(entity.offset, end, inner), phone));
      // A block ends its line by itself.
      at = BLOCKS.has(entity.type) && text[end] === "\n" && end < to ? end + 1 : end;
    }
    if (at < to) pieces.push(text.slice(at, to));
    return pieces;
  };
  return within(0, text.length, entities ?? []);
}

function wrapped(entity, plain, inner, phone) {
  if (TAGS[entity.type]) return h(TAGS[entity.type], {}, inner);
  switch (entity.type) {
    case "expandable_blockquote": return plain.length > LONG ? folded(inner) : h("blockquote", {}, inner);
    case "spoiler": return h("span", { class: "spoiler", tabindex: 0, title: "Toque para ver" }, inner);
    case "bot_command": return h("button", { type: "button", class: "link", onclick: () => phone.say(plain) }, inner);
    case "text_link": return link(entity.url, inner, phone);
    case "url": return link(plain.includes("://") ? plain : `https://${plain}`, inner, phone);
    case "email": return h("a", { href: `mailto:${plain}` }, inner);
    default: return h("span", {}, inner);
  }
}

// A long quotation shows its first lines, and the rest when it is asked for.
function folded(inner) {
  const quotation = h("blockquote", { class: "folded" }, inner);
  const unfold = h("button", { type: "button", class: "link unfold", "aria-expanded": "false", onclick: () => {
    const isFolded = quotation.classList.toggle("folded");
    unfold.setAttribute("aria-expanded", String(!isFolded));
    unfold.textContent = isFolded ? "Ver más" : "Ver menos";
  } }, "Ver más");
  return h("div", {}, quotation, unfold);
}

// A deep link to the bot opens in the same phone, as it would on a real one.
export function link(url, inner, phone, attributes = {}) {
  const start = startOf(url, phone.world.bot.username);
  if (start !== null) return h("button", { type: "button", class: "link", ...attributes, onclick: () => phone.start(start) }, inner);
  const safe = /^(https?|mailto|tel|tg):/i.test(url) ? url : undefined;
  return h("a", { class: "link", ...attributes, href: safe, target: "_blank", rel: "noopener noreferrer", title: url }, inner);
}

function startOf(url, username) {
  const found = /^(?:https?:\/\/)?t\.me\/(\w+)\/?(?:\?start=([\w-]*))?$/i.exec(url);
  return found && found[1].toLowerCase() === username.toLowerCase() ? (found[2] ?? "") : null;
}
