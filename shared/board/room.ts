import { patchOf } from "./patch.ts";
import { boardLimits, type Board } from "./schema.ts";

/** How many bytes a text takes in UTF-8. A lone surrogate counts as the three bytes of its replacement. */
export function utf8Bytes(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (unit >= 0xd800 && unit < 0xdc00 && isLowSurrogate(text.charCodeAt(i + 1))) {
      bytes += 4;
      i += 1;
    } else bytes += 3;
  }
  return bytes;
}

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

const entryWeights = new WeakMap<object, number>();
const recordWeights = new WeakMap<object, number>();

/** At least the bytes that an entry takes in the file: printed with more white space than `printBoard` uses. */
function entryWeight(entry: object): number {
  const known = entryWeights.get(entry);
  if (known !== undefined) return known;
  const printed = JSON.stringify(entry, null, 2);
  const lines = printed.split("\n").length;
  const weight = utf8Bytes(printed) + lines * 6 + 80;
  entryWeights.set(entry, weight);
  return weight;
}

type Entries = { readonly [id: string]: object };

function recordWeight(record: Entries): number {
  const known = recordWeights.get(record);
  if (known !== undefined) return known;
  const weight = patchedWeight(record) ?? weightOf(Object.values(record));
  recordWeights.set(record, weight);
  return weight;
}

/** Spares the weighing of all other entries when only some have changed. */
function patchedWeight(record: Entries): number | undefined {
  const patch = patchOf(record);
  const before = patch && recordWeights.get(patch.before);
  if (patch === undefined || before === undefined) return undefined;
  const under = (entries: Entries) => weightOf(patch.ids.flatMap((id) => entries[id] ?? []));
  return before - under(patch.before) + under(record);
}

const weightOf = (entries: readonly object[]): number =>
  entries.reduce<number>((sum, entry) => sum + entryWeight(entry), 0);

/** Left free for positions, which change without being counted again. */
const spareBytes = 250_000;

/** Whether a board can be saved and opened again. Counts only what has changed since it was last asked. */
export function hasRoom(board: Board): boolean {
  return (
    Object.keys(board.nodes).length <= boardLimits.nodes &&
    Object.keys(board.edges).length <= boardLimits.edges &&
    recordWeight(board.nodes) + recordWeight(board.edges) + recordWeight(board.layout) <=
      boardLimits.bytes - spareBytes
  );
}
