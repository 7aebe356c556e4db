import { Suspense, useState, type ComponentProps } from "react";
import type { MenuItem } from "../ui/Menu.tsx";
import { afterBoard } from "./afterBoard.ts";

const Menu = afterBoard(async () => (await import("../ui/Menu.tsx")).Menu);

interface MenuButtonProps extends ComponentProps<"button"> {
  readonly items: readonly MenuItem[];
  readonly align?: "start" | "end";
}

/** Stands there with the first picture; what it opens comes after the board, open if the button was pressed by then. */
export function MenuButton({ items, align = "start", ...button }: MenuButtonProps) {
  const [asked, setAsked] = useState(false);
  const alone = {
    ...button,
    type: "button",
    "aria-haspopup": "menu",
    "aria-expanded": false,
  } as const;
  return (
    <Suspense fallback={<button {...alone} onClick={() => setAsked(true)} />}>
      <Menu
        opened={asked}
        trigger={<button type="button" {...button} />}
        items={items}
        align={align}
      />
    </Suspense>
  );
}
