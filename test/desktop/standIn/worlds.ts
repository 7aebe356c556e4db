/**
 * What runs inside the pages of the stand-in: the preload in a world of its own, as under `contextIsolation`, and a
 * bridge that hands over functions, promises and structured clones, and nothing else. Plain script text, because it is
 * put into pages before anything else runs there.
 */

/** Each end of the bridge. Events of the DOM are the only thing that both worlds share; they are dispatched at once. */
const bridgeEnd = (me: string, other: string): string => `
  const own = new Map(), promised = new Map();
  let count = 0, returned;
  const say = (kind, data) =>
    window.dispatchEvent(new CustomEvent("${other} " + kind, { detail: JSON.stringify(data) }));
  const hear = (kind, act) =>
    window.addEventListener("${me} " + kind, (event) => act(JSON.parse(event.detail)));
  const keep = (value) => (own.set(++count, value), count);
  const encode = (value) => {
    if (typeof value === "function") return { f: keep(value) };
    if (value instanceof Promise) {
      const p = keep(value);
      value.then(
        (result) => say("settled", { p, result: encode(result) }),
        (error) => say("settled", { p, error: String(error?.message ?? error) }),
      );
      return { p };
    }
    return { v: structuredClone(value) };
  };
  const remote = (f) => (...args) => {
    say("call", { f, args: args.map(encode) });
    const { result, error } = returned;
    if (error !== undefined) throw new Error(error);
    return decode(result);
  };
  const decode = ({ f, p, v }) => {
    if (f !== undefined) return remote(f);
    if (p === undefined) return v;
    return new Promise((resolve, reject) => promised.set(p, { resolve, reject }));
  };
  hear("call", ({ f, args }) => {
    try {
      say("returned", { result: encode(own.get(f)(...args.map(decode))) });
    } catch (error) {
      say("returned", { error: String(error?.message ?? error) });
    }
  });
  hear("returned", (answer) => (returned = answer));
  hear("settled", ({ p, result, error }) => {
    const { resolve, reject } = promised.get(p);
    promised.delete(p);
    error === undefined ? resolve(decode(result)) : reject(new Error(error));
  });
`;

/** For the page's own world. */
export const pageWorld = `(() => {
  ${bridgeEnd("page", "preload")}
  hear("expose", ({ name, members }) => {
    const api = Object.fromEntries(members.map(([key, member]) => [key, decode(member)]));
    Object.defineProperty(window, name, { value: Object.freeze(api), enumerable: true });
  });
  say("ready", {});
})();`;

/** For the preload's world: \`toMain\` is the binding that the stand-in has put there. */
export const preloadWorld = (preload: string, toMain: string): string => `(() => {
  const send = globalThis.${toMain};
  if (send === undefined) return;
  ${bridgeEnd("preload", "page")}
  const invoked = new Map(), listeners = new Map();
  let invocations = 0;
  const post = (kind, channel, args) =>
    send(JSON.stringify({ kind, id: ++invocations, channel, args: structuredClone(args) }));
  const ipcRenderer = {
    invoke: (channel, ...args) =>
      new Promise((resolve, reject) => {
        post("invoke", channel, args);
        invoked.set(invocations, { resolve, reject, channel });
      }),
    send: (channel, ...args) => post("send", channel, args),
    on: (channel, listener) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    off: (channel, listener) => {
      const left = (listeners.get(channel) ?? []).filter((other) => other !== listener);
      listeners.set(channel, left);
      return ipcRenderer;
    },
  };
  globalThis.fromMain = ({ id, value, error, channel, args }) => {
    if (channel !== undefined) {
      for (const listener of listeners.get(channel) ?? []) listener({}, ...args);
      return;
    }
    const { resolve, reject, channel: name } = invoked.get(id);
    invoked.delete(id);
    if (error === undefined) resolve(value);
    else reject(new Error("Error invoking remote method '" + name + "': " + error));
  };
  let exposed;
  const contextBridge = {
    exposeInMainWorld: (name, api) => {
      const members = Object.entries(api).map(([key, member]) => [key, encode(member)]);
      exposed = { name, members };
      say("expose", exposed);
    },
  };
  hear("ready", () => exposed && say("expose", exposed));
  const require = (name) => {
    if (name !== "electron") throw new Error("module not found: " + name);
    return { contextBridge, ipcRenderer };
  };
  const module = { exports: {} };
  ((require, module, exports) => { ${preload}
  })(require, module, module.exports);
})();`;
