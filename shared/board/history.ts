/** Undo and redo as a value: every function gives a new history and leaves the old one as it was. */

/** The name of an edit, made into words by the locale files. */
export interface Label {
  readonly key: string;
  readonly values?: { readonly [name: string]: string | number };
}

interface Step<T> {
  readonly value: T;
  readonly label: Label;
  readonly mergeKey?: string | undefined;
}

export interface History<T> {
  readonly present: T;
  /** Oldest first; each step holds the value before its edit. */
  readonly past: readonly Step<T>[];
  /** Next first; each step holds the value after its edit. */
  readonly future: readonly Step<T>[];
}

export const historyLimit = 200;

export const startHistory = <T>(present: T): History<T> => ({ present, past: [], future: [] });

/**
 * An edit with the merge key of the one just before it becomes one step with it, so that a word typed is undone at once.
 * When they come back to the value that they began with, there is no step.
 */
export function commit<T>(
  history: History<T>,
  value: T,
  label: Label,
  mergeKey?: string,
): History<T> {
  if (value === history.present) return history;
  const last = history.past.at(-1);
  const merges =
    mergeKey !== undefined && last?.mergeKey === mergeKey && history.future.length === 0;
  const past = merges
    ? last.value === value
      ? history.past.slice(0, -1)
      : history.past
    : [...history.past, { value: history.present, label, mergeKey }].slice(-historyLimit);
  return { present: value, past, future: [] };
}

export function undo<T>(history: History<T>): History<T> {
  const last = history.past.at(-1);
  if (!last) return history;
  return {
    present: last.value,
    past: history.past.slice(0, -1),
    future: [{ value: history.present, label: last.label }, ...history.future],
  };
}

/** A step that was redone no longer merges with what comes next. */
export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (!next) return history;
  return {
    present: next.value,
    past: [...history.past, { value: history.present, label: next.label }],
    future,
  };
}

/** What has just been done between two states of a history; undefined when nothing was, or more of the same step. */
export function stepBetween<T>(
  before: History<T>,
  after: History<T>,
): { readonly way: "done" | "undone" | "redone"; readonly label: Label } | undefined {
  const back = after.future.length - before.future.length;
  const [undone] = after.future;
  if (back > 0 && undone !== undefined) return { way: "undone", label: undone.label };
  const last = after.past.at(-1);
  // A step that came back to where it began is gone.
  if (back === 0 && after.past.length < before.past.length) return undefined;
  if (last === undefined || last === before.past.at(-1)) return undefined;
  const isRedone = before.future[-back - 1]?.label === last.label;
  return { way: isRedone ? "redone" : "done", label: last.label };
}

/** What undo and redo would do, the nearest first. */
export const labels = <T>(
  history: History<T>,
): { readonly undo: readonly Label[]; readonly redo: readonly Label[] } => ({
  undo: history.past.map(({ label }) => label).toReversed(),
  redo: history.future.map(({ label }) => label),
});
