/** Looks at JSON before it is believed: what `JSON.parse` lets through or says too little about. */

/** Deep enough for anything that a person or a program writes, and far from the end of any stack. */
const depthLimit = 60;

export type JsonPath = readonly (string | number)[];

export type JsonFlaw =
  | { readonly code: "notJson" | "mergeConflict"; readonly line: number | undefined }
  | { readonly code: "repeatedKey" | "forbiddenKey" | "tooDeep"; readonly path: JsonPath };

export type JsonReading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly flaw: JsonFlaw };

const flawed = (flaw: JsonFlaw): JsonReading => ({ ok: false, flaw });

/** Reads JSON text, with or without a byte order mark. A key that stands twice in an object is a flaw, not a choice. */
export function readJson(text: string): JsonReading {
  const bare = text.startsWith("\uFEFF") ? text.slice(1) : text;
  let value: unknown;
  try {
    value = JSON.parse(bare);
  } catch (error) {
    const conflict = /^(<{7} |={7}$|>{7} )/m.exec(bare);
    return conflict
      ? flawed({ code: "mergeConflict", line: lineAt(bare, conflict.index) })
      : flawed({ code: "notJson", line: lineOf(error, bare) });
  }
  const flaw = flawOf(value) ?? repeatedKey(bare);
  return flaw ? flawed(flaw) : { ok: true, value };
}

const lineAt = (text: string, index: number): number => text.slice(0, index).split("\n").length;

/** Engines name the place of a syntax error in their message, or do not. */
function lineOf(error: unknown, text: string): number | undefined {
  const message = error instanceof Error ? error.message : "";
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return lineAt(text, Number(position));
  return /end of/i.test(message) ? lineAt(text, text.length) : undefined;
}

/** The first thing in a decoded value that no board may hold, or undefined. Walks without recursion. */
export function flawOf(value: unknown): JsonFlaw | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const open: Inner[] = [{ value, depth: 0, key: "", outer: undefined }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next;
    if (depth >= depthLimit) return { code: "tooDeep", path: pathTo(next).slice(0, 6) };
    for (const [key, child] of Object.entries(value)) {
      // Assigned to an object somewhere further on, this key would change what the object is.
      if (key === "__proto__") return { code: "forbiddenKey", path: [...pathTo(next), key] };
      if (typeof child !== "object" || child === null) continue;
      open.push({ value: child, depth: depth + 1, key, outer: next });
    }
  }
  return undefined;
}

/** An object or a list in the value that is looked through. */
interface Inner {
  readonly value: object;
  readonly depth: number;
  readonly key: string;
  readonly outer: Inner | undefined;
}

function pathTo(inner: Inner): JsonPath {
  const path: (string | number)[] = [];
  for (let { key, outer } = inner; outer; { key, outer } = outer) {
    path.push(Array.isArray(outer.value) ? Number(key) : key);
  }
  return path.toReversed();
}

interface OpenValue {
  readonly keys: Set<string> | undefined;
  at: string | number;
}

/** `text` is known to be JSON, so that strings and brackets are all there is to tell apart. */
function repeatedKey(text: string): JsonFlaw | undefined {
  const open: OpenValue[] = [];
  const marks = /["{}[\],]/g;
  while (marks.test(text)) {
    const at = marks.lastIndex - 1;
    const top = open.at(-1);
    const character = text[at];
    if (character === "{") open.push({ keys: new Set(), at: "" });
    else if (character === "[") open.push({ keys: undefined, at: 0 });
    else if (character === "}" || character === "]") open.pop();
    else if (character === "," && typeof top?.at === "number") top.at += 1;
    else if (character === '"') {
      const end = endOfString(text, at);
      if (top?.keys && isKey(text, end)) {
        const written = text.slice(at + 1, end - 1);
        const key = written.includes("\\") ? String(JSON.parse(`"${written}"`)) : written;
        top.at = key;
        if (top.keys.has(key)) return { code: "repeatedKey", path: open.map(({ at }) => at) };
        top.keys.add(key);
      }
      marks.lastIndex = end;
    }
  }
  return undefined;
}

/** The index after the closing quote of the string that opens at `start`. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text[end - 1 - slashes] === "\\") slashes += 1;
    if (slashes % 2 === 0) return end + 1;
  }
  return text.length;
}

function isKey(text: string, end: number): boolean {
  let i = end;
  while (" \n\r\t".includes(text.charAt(i)) && i < text.length) i += 1;
  return text[i] === ":";
}
