import { Check, ChevronRight } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { useImperativeHandle, useRef, type Ref, type RefObject } from "react";
import { Keys } from "./Tip.tsx";

interface Entry {
  readonly id: string;
  readonly label: string;
  /** Draws a line above it. */
  readonly separated?: boolean | undefined;
}

interface Action extends Entry {
  readonly about?: string | undefined;
  readonly shortcut?: string | undefined;
  readonly checked?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly run: () => void;
}

interface Submenu extends Entry {
  readonly items: Items;
}

export type MenuItem = Action | Submenu;
/** Asked for when the menu opens: until then nobody sees what has become of them. */
export type Items = () => readonly MenuItem[];

interface MenuProps {
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly items: Items;
  readonly align: "start" | "end";
  /** Whether nothing else in the window can be pressed meanwhile. */
  readonly modal: boolean;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

const surface =
  "z-50 min-w-52 rounded-md border border-line-strong bg-raised p-1 shadow-(--shadow)";
const row =
  "flex cursor-pointer items-start gap-2 rounded-sm px-2 py-1.5 outline-none data-[disabled]:cursor-default data-[disabled]:opacity-50 data-[highlighted]:bg-hover data-[state=open]:bg-hover";

/** What a button opens; the button stands there already, and tells by `open` when it was pressed. */
export function Menu({ button, items, align, modal, open, onOpen }: MenuProps) {
  const chosen = useRef<(() => void) | undefined>(undefined);
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
          onCloseAutoFocus={() => {
            // Once the button has the focus again: what is done may take it elsewhere.
            if (chosen.current !== undefined) queueMicrotask(chosen.current);
            chosen.current = undefined;
          }}
          className={`${surface} max-h-(--radix-dropdown-menu-content-available-height) max-w-80 overflow-y-auto`}
        >
          <Rows items={items} onChoose={(run) => (chosen.current = run)} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface Chooses {
  readonly onChoose: (run: () => void) => void;
}

function Rows({ items, onChoose }: Chooses & { readonly items: Items }) {
  return items().map((item) => (
    <div key={item.id}>
      {item.separated === true && <DropdownMenu.Separator className="my-1 h-px bg-line" />}
      {"items" in item ? (
        <Sub {...item} onChoose={onChoose} />
      ) : (
        <Row {...item} onChoose={onChoose} />
      )}
    </div>
  ));
}

function Row({
  label,
  about,
  shortcut,
  checked,
  disabled = false,
  run,
  onChoose,
}: Action & Chooses) {
  return (
    <DropdownMenu.Item
      disabled={disabled}
      onSelect={() => onChoose(run)}
      {...(checked !== undefined && { role: "menuitemradio", "aria-checked": checked })}
      className={row}
    >
      {checked !== undefined && (
        <Check
          size={14}
          strokeWidth={2}
          aria-hidden
          className={checked ? "mt-0.5 text-accent-ink" : "mt-0.5 opacity-0"}
        />
      )}
      <span className="min-w-0 flex-1">
        {label}
        {about !== undefined && <span className="block text-label text-ink-soft">{about}</span>}
      </span>
      {shortcut !== undefined && <Keys keys={shortcut} />}
    </DropdownMenu.Item>
  );
}

function Sub({ label, items, onChoose }: Submenu & Chooses) {
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className={row}>
        <span className="flex-1">{label}</span>
        <ChevronRight size={14} strokeWidth={1.75} aria-hidden className="mt-0.5 text-ink-soft" />
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal>
        <DropdownMenu.SubContent
          alignOffset={-5}
          collisionPadding={8}
          className={`${surface} max-h-(--radix-dropdown-menu-content-available-height) max-w-96 overflow-y-auto`}
        >
          <Rows items={items} onChoose={onChoose} />
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
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
