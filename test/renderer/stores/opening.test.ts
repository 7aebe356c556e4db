import { afterEach, describe, expect, it } from "vitest";
import { beginningOf } from "../../../renderer/canvas/beginning.ts";
import { newTab, useBoards } from "../../../renderer/stores/boardStore.ts";
import { useCompiled } from "../../../renderer/stores/compiled.ts";
import { openFrom, openWhole } from "../../../renderer/stores/opening.ts";
import { settleNow, useSettled } from "../../../renderer/stores/settled.ts";
import { makeBoard } from "../../bench/boards.ts";

const board = makeBoard(600);
const beginning = beginningOf(board, { width: 800, height: 600 });
const open = (): void => {
  openFrom(board, beginning);
  useBoards.setState({ tabs: [newTab("tab", board)], activeId: "tab" });
};

afterEach(() => {
  useBoards.setState({ tabs: [], activeId: "" });
  openWhole();
});

describe("a large board that is opened", () => {
  it("is compiled from its beginning, and what that said stays when the rest comes", () => {
    open();
    expect(useSettled.getState().board).toBe(beginning);
    const first = useCompiled.getState().scenes;
    expect(first.size).toBeGreaterThan(0);
    openWhole();
    expect(useSettled.getState().board).toBe(board);
    const { scenes } = useCompiled.getState();
    expect(scenes.size).toBe(50);
    for (const [id, scene] of first) expect(scenes.get(id)).toBe(scene);
  });

  it("is whole at once for whoever needs it", () => {
    open();
    settleNow();
    expect(useCompiled.getState().scenes.size).toBe(50);
  });
});
