import { Ellipsis } from "lucide-react";
import { useTranslation } from "react-i18next";
import { MenuButton } from "../app/MenuButton.tsx";
import { classes } from "../ui/classes.ts";
import type { MenuItem } from "../ui/Menu.tsx";
import { deleteRun, openBoardOf, restoreRun, showInFolder, toggleStar } from "./takeCalls.ts";
import type { TakenRun } from "./takeGroups.ts";

interface TakeMenuProps {
  readonly run: TakenRun;
  readonly onEdit: () => void;
  readonly className?: string | undefined;
}

/** Everything that can be done about a take but playing it. */
export function TakeMenu({ run, onEdit, className }: TakeMenuProps) {
  const { t } = useTranslation("jobs");
  const first = run.takes[0];
  if (first === undefined) return null;
  const name = t("actions.more", { number: run.number });
  const { starred, binned } = first;
  const items = (): readonly MenuItem[] => [
    {
      id: "board",
      label: t("actions.openBoard"),
      about: t("actions.openBoardAbout"),
      run: () => void openBoardOf(first),
    },
    { id: "folder", label: t("actions.showInFolder"), run: () => showInFolder(first) },
    {
      id: "star",
      label: t(starred ? "actions.unstar" : "actions.star"),
      separated: true,
      run: () => void toggleStar(run),
    },
    { id: "edit", label: t("actions.edit"), run: onEdit },
    binned
      ? {
          id: "restore",
          label: t("actions.restore"),
          separated: true,
          run: () => void restoreRun(run),
        }
      : {
          id: "delete",
          label: t("actions.delete"),
          about: t("actions.deleteAbout"),
          separated: true,
          run: () => void deleteRun(run),
        },
  ];
  return (
    <MenuButton
      aria-label={name}
      title={name}
      className={classes(
        "grid size-6 place-content-center rounded-sm bg-hover text-ink-soft hover:text-ink",
        className,
      )}
      modal={false}
      align="end"
      items={items}
    >
      <Ellipsis size={15} strokeWidth={1.75} />
    </MenuButton>
  );
}
