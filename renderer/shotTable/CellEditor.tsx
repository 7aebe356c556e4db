import { useState, type KeyboardEvent } from "react";
import type { NodeId } from "../../shared/board/schema.ts";
import { nameOf } from "../canvas/commands.ts";
import { keepInField } from "../commands/keyboard.ts";
import { choiceName, paramLabel } from "../nodes/words.ts";
import { choicesOf, titleCharacters, wordsOf } from "./cellWords.ts";
import type { Column } from "./columns.ts";

/** Where the keyboard goes from a cell that was written in. */
export type Way = "down" | "next" | "before" | "stay";

interface CellEditorProps {
  readonly id: NodeId;
  readonly column: Column;
  /** What stands in the cell. */
  readonly held: string;
  /** What it begins with. */
  readonly text: string;
  readonly onFinish: (way: Way) => void;
  /** The pointer went elsewhere. */
  readonly onLeave: () => void;
}

const box =
  "absolute inset-0.5 rounded-[4px] border border-focus bg-field px-1.5 outline-none tabular-nums";

/** The control of one cell. What is written is one step back; Escape leaves the board as it was. */
export function CellEditor({ id, column, held, text, onFinish, onLeave }: CellEditorProps) {
  const [words] = useState(() => wordsOf(id, column, held));
  const [begun] = useState(text);
  const key = (event: KeyboardEvent<Control>): void => {
    if (!keepInField(event)) return;
    const way = wayOf(event);
    if (way === undefined) return;
    event.preventDefault();
    if (event.key === "Escape") words.drop();
    else words.keep(event.currentTarget.value);
    onFinish(way);
  };
  const shared = {
    "aria-label": column.name === "title" ? nameOf(id) : paramLabel("shot", column.name),
    // Written in, it is left alone: the board follows it.
    defaultValue: begun,
    ref: (control: Control | null) => {
      if (control === null || document.activeElement === control) return;
      begin(control);
      // A key that has opened the cell has written already.
      if (begun !== held) words.soon(begun);
    },
    onChange: (event: { target: Control }) => words.soon(event.target.value),
    onKeyDown: key,
    onBlur: (event: { target: Control }) => {
      words.keep(event.target.value);
      onLeave();
    },
  };
  if (column.control === "choice") {
    return (
      <select {...shared} className={box}>
        {choicesOf(column.name).map((choice) => (
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
      maxLength={titleCharacters}
      inputMode={column.control === "seconds" ? "numeric" : "text"}
      className={box}
    />
  );
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function begin(control: Control): void {
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
