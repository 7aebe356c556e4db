/**
 * Records of thousands of entries of which an edit changes a few: which ones is remembered from the edit, so that who
 * follows it need not compare all of them.
 */

type Entries<K extends string, V> = { readonly [id in K]: V };

interface Origin {
  /** Weak: else each board would keep alive all those before it. */
  readonly before: WeakRef<object>;
  readonly ids: readonly string[];
}
const origins = new WeakMap<object, Origin>();

/** The record with other entries in the place of some, or besides them. */
export function patched<K extends string, V>(
  record: Entries<K, V>,
  entries: Entries<K, V>,
): Record<K, V> {
  const after: Record<K, V> = { ...record, ...entries };
  origins.set(after, { before: new WeakRef(record), ids: Object.keys(entries) });
  return after;
}

/** The ids under which another entry stands than before, or none any more. After a patch, and its undo, all that it named. */
export function changedIds<K extends string>(
  before: Entries<K, unknown>,
  after: Entries<K, unknown>,
): readonly K[] {
  if (before === after) return [];
  const [there, back] = [patchOf(after), patchOf(before)];
  if (there?.before === before) return there.ids;
  return back?.before === after ? back.ids : (compared(before, after) as K[]);
}

/** What a record was patched from, and under which ids; undefined when it was not, or when that is gone. */
export function patchOf<K extends string, V>(
  record: Entries<K, V>,
): { readonly before: Entries<K, V>; readonly ids: readonly K[] } | undefined {
  const origin = origins.get(record);
  const before = origin?.before.deref();
  // What a record was patched from has such keys and entries, too.
  return origin && before && { before: before as Entries<K, V>, ids: origin.ids as K[] };
}

function compared(
  before: { readonly [id: string]: unknown },
  after: { readonly [id: string]: unknown },
): readonly string[] {
  const gone = Object.keys(before).filter((id) => !Object.hasOwn(after, id));
  const other = Object.keys(after).filter((id) => before[id] !== after[id]);
  return [...other, ...gone];
}
