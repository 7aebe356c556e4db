import { useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { activeBoard, useBoards } from "../../stores/boardStore.ts";
import { TextArea } from "../../ui/Field.tsx";
import { pointAt } from "../pointing.ts";
import { completionsAt, elementNames, type Completion } from "./completion.ts";
import { textIn, type FieldProps } from "./field.ts";
import { FieldFrame } from "./FieldFrame.tsx";
import { NameList } from "./NameList.tsx";

const rowsOf: { readonly [field: string]: number } = { prompt: 5, dialogue: 2, notes: 3 };
/** Texts that nothing is put into. */
const plain = new Set(["notes"]);

/** A long text. `@` and the first letters of an element's name offer to complete it. */
export function TextField(props: FieldProps) {
  const { ids, type, param, held, change } = props;
  const { t } = useTranslation("panels");
  const [completion, setCompletion] = useState<Completion | null>(null);
  const [chosen, setChosen] = useState(0);
  const named = type !== "note" && !plain.has(param.name);

  const offer = (area: HTMLTextAreaElement): void => {
    const board = activeBoard(useBoards.getState());
    const names = named && board !== undefined ? elementNames(board) : [];
    setCompletion(completionsAt(area.value, area.selectionStart, names));
    setChosen(0);
  };
  const complete = (area: HTMLTextAreaElement, name: string): void => {
    if (completion === null) return;
    area.focus();
    area.setSelectionRange(completion.start, completion.end);
    // The only way to write into a field that its own undo knows of.
    document.execCommand("insertText", false, `@${name} `);
    setCompletion(null);
  };
  const key = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (completion === null) return;
    const { names } = completion;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined) setChosen((chosen + by + names.length) % names.length);
    else if (event.key === "Escape") setCompletion(null);
    else if (event.key === "Enter" || event.key === "Tab") {
      complete(event.currentTarget, names[chosen] ?? "");
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const [only] = ids;

  return (
    <FieldFrame {...props}>
      {(labelled) => (
        <div className="relative">
          <TextArea
            {...labelled}
            rows={rowsOf[param.name] ?? 4}
            className="field-sizing-content max-h-80 min-h-20 resize-none!"
            placeholder={held.mixed ? t("fields.mixed") : undefined}
            value={textIn(held)}
            aria-autocomplete={named ? "list" : undefined}
            onChange={(event) => {
              change(event.target.value);
              offer(event.target);
            }}
            onKeyDown={key}
            onFocus={() => only !== undefined && pointAt({ nodeId: only, field: param.name })}
            onBlur={() => {
              setCompletion(null);
              pointAt(null);
            }}
          />
          {completion !== null && (
            <NameList
              names={completion.names}
              chosen={chosen}
              onChoose={(name, list) => {
                const area = list.parentElement?.querySelector("textarea");
                if (area instanceof HTMLTextAreaElement) complete(area, name);
              }}
            />
          )}
        </div>
      )}
    </FieldFrame>
  );
}
