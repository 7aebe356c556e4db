import { Search } from "lucide-react";
import type { ComponentProps } from "react";
import { classes } from "./classes.ts";
import { TextInput } from "./Field.tsx";

interface SearchFieldProps extends Omit<ComponentProps<"input">, "type" | "placeholder"> {
  /** Stands in the field while it is empty, and is its name. */
  readonly label: string;
}

/** A field for words that narrow what stands below it. */
export function SearchField({ label, className, ...rest }: SearchFieldProps) {
  return (
    <span className={classes("relative flex-1", className)}>
      <Search
        size={14}
        strokeWidth={1.75}
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-soft"
      />
      <TextInput {...rest} type="search" aria-label={label} placeholder={label} className="pl-8!" />
    </span>
  );
}
