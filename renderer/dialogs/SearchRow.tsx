import { Command } from "cmdk";
import { Search } from "lucide-react";
import { classes } from "../ui/classes.ts";

interface SearchRowProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly placeholder: string;
  /** Its height, its edges and the size of its letters. */
  readonly className: string;
}

/** What is written over a `Command.List` to find something in it. Has the focus as its dialog opens. */
export function SearchRow({ query, onQuery, placeholder, className }: SearchRowProps) {
  return (
    <div className={classes("flex items-center", className)}>
      <Search size={15} strokeWidth={1.75} aria-hidden className="text-ink-soft" />
      <Command.Input
        data-focus-first
        value={query}
        onValueChange={onQuery}
        placeholder={placeholder}
        className="min-w-0 flex-1 bg-transparent outline-none"
      />
    </div>
  );
}
