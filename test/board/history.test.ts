import { describe, expect, it } from "vitest";
import {
  commit,
  historyLimit,
  labels,
  redo,
  startHistory,
  stepBetween,
  undo,
} from "../../shared/board/history.ts";

const label = (key: string) => ({ key });

describe("history", () => {
  it("goes back and forth and names what it would do", () => {
    let history = commit(commit(startHistory("a"), "b", label("toB")), "c", label("toC"));
    expect(labels(history)).toEqual({ undo: [label("toC"), label("toB")], redo: [] });
    history = undo(history);
    expect(history.present).toBe("b");
    expect(labels(history)).toEqual({ undo: [label("toB")], redo: [label("toC")] });
    expect(redo(history).present).toBe("c");
    expect(undo(undo(undo(history))).present).toBe("a");
  });

  it("forgets what was undone once something else is done", () => {
    const history = commit(undo(commit(startHistory("a"), "b", label("toB"))), "c", label("toC"));
    expect(labels(history)).toEqual({ undo: [label("toC")], redo: [] });
    expect(redo(history)).toBe(history);
  });

  it("makes one step of edits with the same merge key, and of nothing no step", () => {
    let history = startHistory("");
    for (const word of ["R", "Ra", "Rain"])
      history = commit(history, word, label("type"), "text-a");
    history = commit(history, "Rain", label("type"), "text-a");
    history = commit(history, "Rain.", label("type"), "text-b");
    expect(undo(history).present).toBe("Rain");
    expect(undo(undo(history)).present).toBe("");
  });

  it("does not merge into a step that was undone or redone", () => {
    const typed = commit(startHistory(""), "R", label("type"), "text");
    const redone = commit(redo(undo(typed)), "Ra", label("type"), "text");
    expect(undo(redone).present).toBe("R");
    const again = commit(undo(typed), "S", label("type"), "text");
    expect(undo(again).present).toBe("");
  });

  it("says what was just done, also at the limit, and nothing of more of the same", () => {
    const one = commit(startHistory("a"), "b", label("move"));
    const two = commit(one, "c", label("mute"), "text");
    const more = commit(two, "d", label("mute"), "text");
    expect(stepBetween(one, two)).toEqual({ way: "done", label: label("mute") });
    expect(stepBetween(two, more)).toBeUndefined();
    expect(stepBetween(two, two)).toBeUndefined();
    expect(stepBetween(two, undo(two))).toEqual({ way: "undone", label: label("mute") });
    expect(stepBetween(two, undo(undo(two)))).toEqual({ way: "undone", label: label("move") });
    const back = undo(undo(two));
    expect(stepBetween(back, redo(back))).toEqual({ way: "redone", label: label("move") });
    expect(stepBetween(back, redo(redo(back)))).toEqual({ way: "redone", label: label("mute") });
    const other = commit(undo(two), "x", label("mute"));
    expect(stepBetween(undo(two), other)).toEqual({ way: "done", label: label("mute") });

    let full = startHistory(0);
    for (let i = 1; i <= historyLimit; i++) full = commit(full, i, label("count"));
    const last = commit(full, 0, label("pin"));
    expect(stepBetween(full, last)).toEqual({ way: "done", label: label("pin") });
  });

  it("holds 200 steps", () => {
    let history = startHistory(0);
    for (let i = 1; i <= historyLimit + 50; i++) history = commit(history, i, label("count"));
    for (let i = 0; i < historyLimit + 50; i++) history = undo(history);
    expect(history.present).toBe(50);
  });
});
