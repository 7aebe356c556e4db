import { Check } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { useImperativeHandle, type Ref, type RefObject } from "react";
import { Keys } from "./Tip.tsx";

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly about?: string | undefined;
  readonly shortcut?: string | undefined;
  readonly checked?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Draws a line above it. */
  readonly separated?: boolean | undefined;
  readonly run: () => void;
}

interface MenuProps {
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly items: readonly MenuItem[];
  readonly align: "start" | "end";
  /** Whether nothing else in the window can be pressed meanwhile. */
  readonly modal: boolean;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** What a button opens; the button stands there already, and tells by `open` when it was pressed. */
export function Menu({ button, items, align, modal, open, onOpen }: MenuProps) {
  return (
    <DropdownMenu.Root modal={modal} open={open} onOpenChange={onOpen}>
      <DropdownMenu.Trigger asChild>
        <Standing button={button} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          aria-labelledby={button.current?.id}
          onInteractOutside={(event) => {
            // The button closes it by itself.
            if (isWithin(button.current, event.target)) event.preventDefault();
          }}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) max-w-80 min-w-52 overflow-y-auto rounded-md border border-line-strong bg-raised p-1 shadow-(--shadow)"
        >
          {items.map((item) => (
            <div key={item.id}>
              {item.separated === true && <DropdownMenu.Separator className="my-1 h-px bg-line" />}
              <DropdownMenu.Item
                disabled={item.disabled ?? false}
                onSelect={item.run}
                {...(item.checked !== undefined && {
                  role: "menuitemradio",
                  "aria-checked": item.checked,
                })}
                className="flex cursor-pointer items-start gap-2 rounded-sm px-2 py-1.5 outline-none data-[disabled]:cursor-default data-[disabled]:opacity-50 data-[highlighted]:bg-hover"
              >
                {item.checked !== undefined && (
                  <Check
                    size={14}
                    strokeWidth={2}
                    aria-hidden
                    className={item.checked ? "mt-0.5 text-accent-ink" : "mt-0.5 opacity-0"}
                  />
                )}
                <span className="min-w-0 flex-1">
                  {item.label}
                  {item.about !== undefined && (
                    <span className="block text-label text-ink-soft">{item.about}</span>
                  )}
                </span>
                {item.shortcut !== undefined && <Keys keys={item.shortcut} />}
              </DropdownMenu.Item>
            </div>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface StandingProps extends Pick<MenuProps, "button"> {
  readonly ref?: Ref<HTMLButtonElement | null>;
}

/** Gives Radix the button as the one that it would have drawn: the menu opens at it and gives the focus back to it. */
function Standing({ button, ref }: StandingProps) {
  useImperativeHandle<HTMLButtonElement | null, HTMLButtonElement | null>(
    ref,
    () => button.current,
    [button],
  );
  return null;
}

const isWithin = (element: Element | null, target: EventTarget | null): boolean =>
  element !== null && target instanceof Node && element.contains(target);
