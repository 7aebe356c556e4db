import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { addNode, setParam } from "../../../shared/board/edits.ts";
import { emptyBoard } from "../../../shared/board/empty.ts";
import { nodeIdSchema } from "../../../shared/board/schema.ts";
import {
  activateTab,
  activeBoard,
  addTab,
  edit,
  newTab,
  travel,
  useBoards,
} from "../../../renderer/stores/boardStore.ts";
import { writeNow, writeSoon } from "../../../renderer/stores/writing.ts";

const look = nodeIdSchema.parse("look");
const board = addNode(emptyBoard(), { id: look, type: "prompt", at: { x: 0, y: 0 } });
const label = { key: "write" };

const textNow = (tab = "one"): unknown =>
  useBoards.getState().tabs.find(({ id }) => id === tab)?.history.present.nodes[look]?.params[
    "text"
  ];
const type = (text: string): void =>
  writeSoon(() => edit(label, (before) => setParam(before, look, "text", text), "text"));

beforeEach(() => {
  vi.useFakeTimers();
  useBoards.setState({ tabs: [], activeId: "" });
  addTab(newTab("two", board));
  addTab(newTab("one", board));
});
afterEach(() => {
  writeNow();
  vi.useRealTimers();
});

it("is on the board once the hand pauses, as the last letter left it", () => {
  for (const text of ["r", "ra", "rai", "rain"]) {
    type(text);
    vi.advanceTimersByTime(200);
    expect(textNow()).toBe("");
  }
  vi.advanceTimersByTime(100);
  expect(textNow()).toBe("rain");
});

it("is on the board every second while the hand never pauses", () => {
  const texts: unknown[] = [];
  for (let i = 1; i <= 30; i++) {
    type("a".repeat(i));
    vi.advanceTimersByTime(100);
    texts.push(textNow());
  }
  expect(new Set(texts)).toEqual(new Set(["", "a".repeat(10), "a".repeat(20), "a".repeat(30)]));
});

it("comes before whatever else changes the board, and is undone after it", () => {
  type("rain");
  edit({ key: "rename" }, (before) => ({ ...before, title: "Night" }));
  expect(activeBoard(useBoards.getState())?.title).toBe("Night");
  expect(textNow()).toBe("rain");
  travel(-1);
  expect(textNow()).toBe("rain");
  type("rain again");
  travel(-1);
  expect(textNow()).toBe("rain");
  travel(-1);
  expect(textNow()).toBe("");
});

it("goes onto the board that it was written on", () => {
  type("rain");
  activateTab("two");
  vi.advanceTimersByTime(5000);
  expect(textNow("one")).toBe("rain");
  expect(textNow("two")).toBe("");
});
