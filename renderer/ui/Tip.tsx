import { Tooltip } from "radix-ui";
import type { ReactNode } from "react";

interface TipProps {
  readonly text: string;
  readonly shortcut?: string | undefined;
  readonly side?: "top" | "right" | "bottom" | "left" | undefined;
  readonly children: ReactNode;
}

/** A word about a control, on hover and on focus. Needs the `Tooltip.Provider` at the top of the app. */
export function Tip({ text, shortcut, side = "bottom", children }: TipProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 max-w-72 rounded-sm border border-line-strong bg-raised px-2 py-1 text-node shadow-(--shadow)"
        >
          {text}
          {shortcut !== undefined && <Keys keys={shortcut} />}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}

export function Keys({ keys }: { readonly keys: string }) {
  return (
    <kbd className="ml-2 rounded-sm border border-line px-1 font-sans text-label text-ink-soft">
      {keys}
    </kbd>
  );
}
