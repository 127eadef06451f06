// Trouble on request.
import * as acts from "./acts.js";
import { h } from "./dom.js";

const KINDS = [
  ["too_many", "Demasiados mensajes (429)"],
  ["pace", "Ritmo de Telegram: no más de uno por segundo y chat"],
  ["lost", "Respuesta perdida: se hizo, pero el bot no se entera"],
  ["bad_gateway", "Error 502: no se hizo"],
  ["outage", "Corte: nadie contesta"],
  ["slow", "Lentitud"],
  ["duplicate", "Mensaje entregado dos veces"],
  ["no_file", "Archivo que Telegram no entrega"],
];
const MEASURED_IN_SECONDS = new Set(["too_many", "outage", "slow"]);
const ENDLESS = new Set(["outage", "pace"]);
const LATER = [[180, "3 minutos"], [25 * 3600, "25 horas"], [49 * 3600, "49 horas"]];

export class FaultPanel {
  constructor(world, element) {
    this.world = world;
    this.kind = h("select", { name: "kind", onchange: () => this.fit() }, KINDS.map(([kind, words]) => h("option", { value: kind }, words)));
    this.times = h("input", { name: "times", type: "number", min: 1, max: 1000, value: 3 });
    this.seconds = h("input", { name: "seconds", type: "number", min: 1, max: 3600, value: 5 });
    this.chat = h("select", { name: "chat" });
    this.list = h("ul", { class: "active", "aria-live": "polite" });
    element.append(
      h("form", { onsubmit: (event) => { event.preventDefault(); this.begin(); } },
        h("label", {}, "Qué falla ", this.kind),
        this.timesLabel = h("label", {}, "Veces ", this.times),
        this.secondsLabel = h("label", {}, "Segundos ", this.seconds),
        h("label", {}, "A quién ", this.chat),
        h("button", { type: "submit", class: "primary" }, "Provocar la falla")),
      this.list,
      h("p", { class: "row" },
        h("button", { type: "button", onclick: () => acts.mend() }, "Que todo funcione"),
        ...LATER.map(([seconds, words]) => h("button", { type: "button", onclick: () => acts.advance(seconds) }, `Pasan ${words}`))));
    this.fit();
  }

  fit() {
    this.secondsLabel.hidden = !MEASURED_IN_SECONDS.has(this.kind.value);
    this.timesLabel.hidden = ENDLESS.has(this.kind.value);
  }

  begin() {
    const chat = this.chat.value ? Number(this.chat.value) : null;
    const times = ENDLESS.has(this.kind.value) ? null : Number(this.times.value);
    return acts.begin({ kind: this.kind.value, times, seconds: Number(this.seconds.value), chat });
  }

  update() {
    const chosen = this.chat.value;
    this.chat.replaceChildren(h("option", { value: "" }, "todos"), ...[...this.world.chats.values()].map((chat) => h("option", { value: chat.id }, chat.title)));
    this.chat.value = chosen;
    const words = Object.fromEntries(KINDS);
    this.list.replaceChildren(...this.world.faults.map((fault) => h("li", {},
      `${words[fault.kind]}${fault.times === null ? "" : `, ${fault.times} ${fault.times === 1 ? "vez" : "veces"} más`}`)));
    document.body.classList.toggle("in-trouble", this.world.faults.length > 0);
  }
}
