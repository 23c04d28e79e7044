// The model a page gives to a widget: the part of the AFM interface that anywidget's views use, without a kernel behind it.

export class PageModel {
  #traits;
  #listeners = new Map();
  #dirty = new Set();
  #persist;

  /** `persist(names, model)` is called by `save_changes` with the names of the traits set since the last time. */
  constructor(traits, persist) {
    this.#traits = { ...traits };
    this.#persist = persist;
  }

  get(name) { return this.#traits[name]; }

  set(name, value) {
    if (this.#traits[name] === value) return;
    this.#traits[name] = value;
    this.#dirty.add(name);
    this.#tell(name);
  }

  /** A value that comes from storage (another tab): views follow, nothing is saved again. */
  receive(name, value) {
    this.#traits[name] = value;
    this.#tell(name);
  }

  on(event, listener) {
    if (!this.#listeners.has(event)) this.#listeners.set(event, new Set());
    this.#listeners.get(event).add(listener);
  }

  off(event, listener) {
    if (listener) this.#listeners.get(event)?.delete(listener);
    else this.#listeners.delete(event);
  }

  save_changes() {
    const names = [...this.#dirty];
    this.#dirty.clear();
    if (names.length) this.#persist(names, this);
  }

  send() { /* no kernel on a page */ }

  #tell(name) {
    for (const event of [`change:${name}`, "change"]) [...(this.#listeners.get(event) ?? [])].forEach((listener) => listener());
  }
}
