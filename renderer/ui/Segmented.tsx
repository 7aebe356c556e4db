import { ToggleGroup } from "radix-ui";
import type { ReactNode } from "react";
import { classes } from "./classes.ts";

interface SegmentedProps<V extends string> {
  readonly label: string;
  /** Undefined while none of them is chosen. */
  readonly value: V | undefined;
  readonly options: readonly { readonly value: V; readonly label: ReactNode }[];
  readonly onChoose: (value: V) => void;
  readonly id?: string | undefined;
  readonly className?: string | undefined;
}

/** A few choices side by side, of which one holds. */
export function Segmented<V extends string>({
  label,
  value,
  options,
  onChoose,
  id,
  className,
}: SegmentedProps<V>) {
  return (
    <ToggleGroup.Root
      type="single"
      id={id}
      aria-label={label}
      value={value ?? ""}
      onValueChange={(next) => {
        // Radix gives "" when the chosen one is pressed again: one always holds.
        const option = options.find((each) => each.value === next);
        if (option !== undefined) onChoose(option.value);
      }}
      className={classes(
        "flex h-8 shrink-0 gap-0.5 rounded-sm border border-line bg-field p-0.5",
        className,
      )}
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          onFocus={({ currentTarget }) => {
            // The arrow keys choose, as among radio buttons; Tab comes to the one that holds.
            const moved = value !== undefined && value !== option.value;
            if (moved && currentTarget.matches(":focus-visible")) onChoose(option.value);
          }}
          className="flex min-w-0 flex-auto items-center justify-center gap-1.5 rounded-[4px] px-2.5 whitespace-nowrap text-ink-soft transition-colors duration-(--quick) hover:text-ink data-[state=on]:bg-hover data-[state=on]:font-medium data-[state=on]:text-ink"
        >
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
