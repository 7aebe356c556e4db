import { Suspense, useId, useRef, useState, type ComponentProps } from "react";
import type { Items } from "../ui/Menu.tsx";
import { afterBoard } from "./afterBoard.ts";

const Menu = afterBoard(async () => (await import("../ui/Menu.tsx")).Menu);

interface MenuButtonProps extends ComponentProps<"button"> {
  readonly items: Items;
  readonly align?: "start" | "end";
  readonly modal?: boolean;
}

/** Stands there with the first picture; what it opens comes after the board, open if the button was pressed by then. */
export function MenuButton({ items, align = "start", modal = true, ...rest }: MenuButtonProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        {...rest}
        ref={button}
        id={id}
        type="button"
        aria-haspopup="menu"
        aria-expanded={open}
        data-state={open ? "open" : "closed"}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          setOpen(true);
        }}
      />
      <Suspense>
        <Menu {...{ button, items, align, modal, open }} onOpen={setOpen} />
      </Suspense>
    </>
  );
}
