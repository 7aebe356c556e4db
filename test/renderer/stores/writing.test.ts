import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { addNode, setParam, setTitle } from "../../../shared/board/edits.ts";
import { emptyBoard } from "../../../shared/board/empty.ts";
import { nodeIdSchema } from "../../../shared/board/schema.ts";
import {
  activateTab,
  activeBoard,
  activeTab,
  addTab,
  edit,
  newTab,
  travel,
  useBoards,
} from "../../../renderer/stores/boardStore.ts";
import { beginWords } from "../../../renderer/stores/words.ts";
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

const titled = (title: string) =>
  beginWords({ key: "rename" }, "title", title, (before, text) => setTitle(before, look, text));
const history = () => activeTab(useBoards.getState())?.history;
const titleNow = () => history()?.present.nodes[look]?.title;

it("of a field that Escape drops is on the board before it is saved, and off it again without a step", () => {
  const words = titled("");
  words.soon("Ra");
  expect(titleNow()).toBeUndefined();
  writeNow();
  expect(titleNow()).toBe("Ra");
  words.soon("Rain");
  vi.advanceTimersByTime(300);
  expect(titleNow()).toBe("Rain");
  expect(history()?.past).toHaveLength(1);
  words.drop();
  words.keep("Rain");
  expect(history()).toMatchObject({ present: board, past: [] });
});

it("of a field that Escape drops is one step, and none when it is as before", () => {
  const words = titled("");
  words.soon("Rain");
  vi.advanceTimersByTime(300);
  words.soon("");
  vi.advanceTimersByTime(300);
  expect(history()?.past).toHaveLength(0);
  words.keep("Rain");
  expect(titleNow()).toBe("Rain");
  travel(-1);
  expect(history()?.present).toBe(board);
});

it("of a field that stays behind does not go onto the board that came to the front", () => {
  const words = titled("");
  words.soon("Rain");
  activateTab("two");
  words.keep("Rain again");
  expect(titleNow()).toBeUndefined();
  activateTab("one");
  expect(titleNow()).toBe("Rain");
});
