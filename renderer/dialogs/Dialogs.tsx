import type { FunctionComponent } from "react";
import type { DialogName } from "../stores/viewStore.ts";
import { AlreadyRun } from "./AlreadyRun.tsx";
import { ChangedOnDisk } from "./ChangedOnDisk.tsx";
import { CloseTab, CloseWindow } from "./CloseQuestions.tsx";
import { ConfirmRun } from "./ConfirmRun.tsx";
import { LedgerDialog } from "./LedgerDialog.tsx";
import { OpenDialog } from "./OpenDialog.tsx";
import { Palette } from "./Palette.tsx";
import { PasteDialog } from "./PasteDialog.tsx";
import { SaveDialog } from "./SaveDialog.tsx";
import { SettingsDialog } from "./SettingsDialog.tsx";
import { Shortcuts } from "./Shortcuts.tsx";

/** A dialog without a line here does not compile. */
const dialogs: Record<DialogName, FunctionComponent> = {
  settings: SettingsDialog,
  open: OpenDialog,
  save: SaveDialog,
  paste: PasteDialog,
  shortcuts: Shortcuts,
  palette: Palette,
  confirmRun: ConfirmRun,
  alreadyRun: AlreadyRun,
  closeTab: CloseTab,
  closeWindow: CloseWindow,
  changedOnDisk: ChangedOnDisk,
  ledger: LedgerDialog,
};

export function Dialogs({ dialog }: { readonly dialog: DialogName }) {
  const Content = dialogs[dialog];
  return <Content />;
}
