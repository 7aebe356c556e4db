import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { connect } from "../../shared/board/edits.ts";
import { emptyBoard } from "../../shared/board/empty.ts";
import { canConnect, downstreamOf, upstreamOf } from "../../shared/board/graph.ts";
import { commit, startHistory, undo, redo } from "../../shared/board/history.ts";
import { countedIds } from "../../shared/board/ids.ts";
import { findCycles, orderOf } from "../../shared/board/order.ts";
import { parseBoard } from "../../shared/board/parse.ts";
import { printBoard } from "../../shared/board/print.ts";
import { edgeIdSchema } from "../../shared/board/schema.ts";
import { applyEdit, endsOf, randomBoard, randomEdits } from "./arbitraries.ts";

describe("any edits", () => {
  it("make a board that prints, parses back to the same board and prints the same again", () => {
    fc.assert(
      fc.property(randomBoard, (board) => {
        const text = printBoard(board);
        const reading = parseBoard(text);
        expect(reading).toEqual({ ok: true, board, readOnly: false });
        if (reading.ok) expect(printBoard(reading.board)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it("keep the identity of what they do not change", () => {
    fc.assert(
      fc.property(randomEdits, (edits) => {
        const ids = countedIds();
        let board = emptyBoard();
        for (const edit of edits) {
          const next = applyEdit(board, edit, ids);
          if (printBoard(next) === printBoard(board)) expect(next).toBe(board);
          for (const part of ["nodes", "edges", "layout"] as const) {
            const [old, now]: Record<string, unknown>[] = [board[part], next[part]];
            for (const [id, value] of Object.entries(now ?? {})) {
              if (JSON.stringify(old?.[id]) === JSON.stringify(value)) {
                expect(value).toBe(old?.[id]);
              }
            }
          }
          board = next;
        }
      }),
      { numRuns: 100 },
    );
  });

  it("are undone to the first board and redone to the last, the same values", () => {
    fc.assert(
      fc.property(randomEdits, (edits) => {
        const ids = countedIds();
        const first = emptyBoard("first");
        const start = startHistory(first);
        const end = edits.reduce(
          (history, edit) =>
            commit(
              history,
              applyEdit(history.present, edit, ids),
              { key: edit.kind },
              edit.picks[0] % 2 === 0 ? edit.kind : undefined,
            ),
          start,
        );
        let history = end;
        for (let i = 0; i < edits.length; i++) history = undo(history);
        expect(history.present).toBe(first);
        for (let i = 0; i < edits.length; i++) history = redo(history);
        expect(history.present).toBe(end.present);
      }),
      { numRuns: 200 },
    );
  });
});

describe("any board made by hand", () => {
  it("is connected exactly where canConnect says so, and never into a cycle", () => {
    fc.assert(
      fc.property(randomBoard, fc.nat(), fc.nat(), (board, i, j) => {
        const outputs = endsOf(board, "output");
        const inputs = endsOf(board, "input");
        const from = outputs[i % Math.max(1, outputs.length)];
        const to = inputs[j % Math.max(1, inputs.length)];
        fc.pre(from !== undefined && to !== undefined);
        const answer = canConnect(board, from, to);
        const id = edgeIdSchema.parse("tried");
        const after = connect(board, id, from, to);
        expect(after !== board).toBe(answer.ok);
        if (answer.ok) {
          expect(after.edges[id]).toEqual({ from, to });
          for (const replaced of answer.replaces) expect(after.edges[replaced]).toBeUndefined();
          expect(Object.keys(after.edges)).toHaveLength(
            Object.keys(board.edges).length + 1 - answer.replaces.length,
          );
        }
        expect(findCycles(after)).toEqual([]);
        expect(parseBoard(printBoard(after)).ok).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("has an order in which every source comes before what it feeds", () => {
    fc.assert(
      fc.property(randomBoard, (board) => {
        const order = orderOf(board);
        expect(order.toSorted()).toEqual(Object.keys(board.nodes).toSorted());
        for (const { from, to } of Object.values(board.edges)) {
          expect(order.indexOf(from.node)).toBeLessThan(order.indexOf(to.node));
          expect(upstreamOf(board, [to.node]).has(from.node)).toBe(true);
          expect(downstreamOf(board, [from.node]).has(to.node)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});
