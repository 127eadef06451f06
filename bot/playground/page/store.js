// What the playground knows, kept up to date by its events, whatever happens to the connection.

export class Store extends EventTarget {
  constructor() {
    super();
    this.number = 0;
    this.bot = { username: "", first_name: "", texts: {} };
    this.people = [];
    this.chats = new Map();
    this.faults = [];
    this.opening = {};
  }

  async start() {
    await this.reload();
    this.listen();
  }

  async reload() {
    const state = await (await fetch("/playground/state", { cache: "no-store" })).json();
    // Something happened while this picture was on its way: it would take that back.
    if (state.number < this.number) return this.reloadSoon();
    this.number = state.number;
    Object.assign(this, { bot: state.bot, people: state.people, faults: state.faults, opening: state.opening });
    this.chats = new Map(state.chats.map((chat) => [chat.id, { ...chat, messages: new Map(chat.messages.map((m) => [m.message_id, m])) }]));
    this.tell("state");
  }

  listen() {
    const source = new EventSource(`/playground/events?after=${this.number}`);
    source.onopen = () => this.tell("connected");
    source.onmessage = (event) => {
      this.number = Number(event.lastEventId);
      this.take(JSON.parse(event.data));
    };
    source.addEventListener("reload", () => {
      this.number = 0;
      this.reload();
    });
    source.onerror = () => {
      source.close();
      this.tell("disconnected");
      setTimeout(() => this.listen(), 1000);
    };
  }

  take(happening) {
    const chat = this.chats.get(happening.chat);
    switch (happening.kind) {
      case "message": {
        if (!chat) return this.reloadSoon();
        chat.messages.set(happening.message.message_id, happening.message);
        return this.tell("message", happening);
      }
      case "deleted":
        chat?.messages.delete(happening.message_id);
        return this.tell("deleted", happening);
      case "keyboard":
        if (chat) chat.keyboard = happening.keyboard;
        return this.tell("keyboard", happening);
      case "typing": case "answered": case "reaction":
        return this.tell(happening.kind, happening);
      default:
        return this.reloadSoon();
    }
  }

  reloadSoon() {
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.reload(), 60);
  }

  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
