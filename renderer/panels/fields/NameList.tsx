import { AtSign } from "lucide-react";
import { useTranslation } from "react-i18next";
import { classes } from "../../ui/classes.ts";

interface NameListProps {
  readonly names: readonly string[];
  readonly chosen: number;
  readonly onChoose: (name: string, list: HTMLElement) => void;
}

/** Names that complete what is being written. The text keeps the focus. */
export function NameList({ names, chosen, onChoose }: NameListProps) {
  const { t } = useTranslation("panels");
  return (
    <div
      role="listbox"
      aria-label={t("fields.elements")}
      className="absolute inset-x-0 top-full z-20 mt-1 rounded-md border border-line-strong bg-raised p-1 shadow-(--shadow)"
    >
      {names.map((name, i) => (
        <div
          key={name}
          role="option"
          tabIndex={-1}
          aria-selected={i === chosen}
          className={classes(
            "flex cursor-pointer items-center gap-2 rounded-sm px-2 py-1",
            i === chosen ? "bg-hover" : "hover:bg-hover",
          )}
          // Before the blur of the text takes the list away.
          onPointerDown={(event) => {
            event.preventDefault();
            const list = event.currentTarget.parentElement;
            if (list !== null) onChoose(name, list);
          }}
        >
          <AtSign size={13} strokeWidth={1.75} className="text-kind-text" aria-hidden />
          {name}
        </div>
      ))}
    </div>
  );
}
