import { Command } from "cmdk";
import { Popover } from "radix-ui";
import type { ReactNode } from "react";
import type { Point } from "../../shared/board/edits.ts";

interface SearchBoxProps {
  readonly label: string;
  readonly placeholder: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onClose: () => void;
  /** px of the window. */
  readonly at: Point;
  readonly empty: string;
  readonly children: ReactNode;
}

/** A list with a search over it that opens where the hand is. Escape or a click beside it closes it. */
export function SearchBox({
  label,
  placeholder,
  query,
  onQuery,
  onClose,
  at,
  empty,
  children,
}: SearchBoxProps) {
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Anchor asChild>
        <span
          className="pointer-events-none fixed size-0"
          style={{ left: Math.max(0, at.x), top: Math.max(0, at.y) }}
        />
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          align="start"
          side="bottom"
          sideOffset={2}
          collisionPadding={12}
          aria-label={label}
          className="group z-40 w-80 overflow-hidden rounded-md border border-line-strong bg-raised shadow-(--shadow)"
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <Command shouldFilter={false} label={label} loop>
            <Command.Input
              value={query}
              onValueChange={onQuery}
              placeholder={placeholder}
              className="h-10 w-full border-b border-line bg-transparent px-3 outline-none placeholder:text-ink-soft"
              onKeyDown={(event) => event.key === "Tab" && event.preventDefault()}
            />
            <Command.List
              ref={keepHeight}
              className="max-h-(--most) min-h-0 overflow-auto overscroll-contain p-1 [--most:min(320px,var(--radix-popover-content-available-height)-42px)] group-data-[side=top]:min-h-[min(var(--whole),var(--most))]"
            >
              <Command.Empty className="px-3 py-6 text-center text-ink-soft">{empty}</Command.Empty>
              {children}
            </Command.List>
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** Above the hand, a list that shrinks would take the field along that is being written in. */
const keepHeight = (list: HTMLElement | null): void =>
  list?.style.setProperty("--whole", `${list.scrollHeight}px`);
