import { useRef, type KeyboardEvent } from "react";
import { setTitle } from "../../shared/board/edits.ts";
import type { NodeId } from "../../shared/board/schema.ts";
import { nameOf } from "../canvas/commands.ts";
import { choiceName, paramLabel } from "../nodes/words.ts";
import { changeParam } from "../panels/changes.ts";
import { paramsOf } from "../panels/params.ts";
import { edit } from "../stores/boardStore.ts";
import { valueOf, type Column } from "./columns.ts";

/** Where the keyboard goes from a cell that was written in. */
export type Way = "down" | "next" | "before" | "stay";

interface CellEditorProps {
  readonly id: NodeId;
  readonly column: Column;
  /** What the cell begins with. */
  readonly text: string;
  readonly onFinish: (way: Way) => void;
  /** The pointer went elsewhere. */
  readonly onLeave: () => void;
}

const box =
  "absolute inset-0.5 rounded-[4px] border border-focus bg-field px-1.5 outline-none tabular-nums";

/** The control of one cell. It changes the board once, when it is left; Escape leaves the board as it was. */
export function CellEditor({ id, column, text, onFinish, onLeave }: CellEditorProps) {
  const dropped = useRef(false);
  const settle = (written: string): void => {
    if (!dropped.current) put(id, column, written);
    dropped.current = true;
  };
  const key = (event: KeyboardEvent<Control>): void => {
    event.stopPropagation();
    const way = wayOf(event);
    if (way === undefined) return;
    event.preventDefault();
    if (event.key === "Escape") dropped.current = true;
    settle(event.currentTarget.value);
    onFinish(way);
  };
  const shared = {
    "aria-label": column.name === "title" ? nameOf(id) : paramLabel("shot", column.name),
    defaultValue: text,
    ref: begin,
    onKeyDown: key,
    onBlur: (event: { target: Control }) => {
      settle(event.target.value);
      onLeave();
    },
  };
  if (column.control === "choice") {
    const choices = paramsOf("shot").find(({ name }) => name === column.name)?.hint.choices ?? [];
    return (
      <select {...shared} className={box}>
        {choices.map((choice) => (
          <option key={choice} value={choice} className="bg-raised">
            {choiceName("shot", column.name, choice)}
          </option>
        ))}
      </select>
    );
  }
  return column.control === "text" ? (
    <textarea {...shared} className={`${box} resize-none py-1 leading-[1.35]`} />
  ) : (
    <input
      {...shared}
      autoComplete="off"
      maxLength={200}
      inputMode={column.control === "seconds" ? "numeric" : "text"}
      className={box}
    />
  );
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function begin(control: Control | null): void {
  if (control === null || document.activeElement === control) return;
  control.focus();
  if (control instanceof HTMLSelectElement) return;
  control.setSelectionRange(control.value.length, control.value.length);
}

function wayOf(event: KeyboardEvent): Way | undefined {
  if (event.key === "Escape") return "stay";
  if (event.key === "Tab") return event.shiftKey ? "before" : "next";
  // Shift+Enter breaks the line of a text.
  return event.key === "Enter" && !event.shiftKey ? "down" : undefined;
}

function put(id: NodeId, { name }: Column, text: string): void {
  if (name === "title") {
    edit({ key: "rename", values: { name: nameOf(id) } }, (board) =>
      setTitle(board, id, text.trim()),
    );
    return;
  }
  const value = valueOf(name, text);
  if (value !== undefined) changeParam([id], "shot", name, value);
}
