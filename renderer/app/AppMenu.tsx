import { useTranslation } from "react-i18next";
import { Mark } from "./Mark.tsx";
import { MenuButton } from "./MenuButton.tsx";
import { programMenu } from "./programMenu.ts";

/** The program's mark opens what a browser window has no menu bar for. */
export function AppMenu() {
  const { t } = useTranslation("app");
  return (
    <MenuButton
      aria-label={t("menu")}
      className="flex h-8 shrink-0 items-center gap-2 rounded-md px-1.5 font-semibold hover:bg-hover data-[state=open]:bg-hover"
      items={programMenu}
    >
      <Mark />
      <span className="max-[1100px]:sr-only">Shotgraph</span>
    </MenuButton>
  );
}
