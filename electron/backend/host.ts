import type { CallInput, CallOutput } from "../../shared/ipc/contract.ts";
import type { SettingsFile } from "./settings.ts";
import type { KeyStore } from "./token.ts";

/** What differs between the desktop app, `serve` and the command line. Everything else is the same program. */
export interface HostParts {
  readonly kind: CallOutput<"app.info">["host"];
  readonly version: string;
  /** Put before `<take id>/<name>`, e.g. `/media/`. */
  readonly mediaBase: string;
  readonly settingsFile: SettingsFile;
  readonly keyStore: KeyStore;
  /** The token of the environment; undefined where the environment is not asked. */
  readonly environmentToken: string | undefined;
  /** Where boards are kept until the user chooses a folder. */
  readonly boardsFolder: string;
  /** Asks the user for a file; null when this host has no file dialog and the window shows its own. */
  readonly pickFile: PickFile | null;
  /** In the user's browser or mail program. */
  readonly openLink: (address: string) => Promise<void>;
  /** Shows a folder, or a file in its folder, in the system's file manager. */
  readonly showInFolder: (path: string) => Promise<void>;
  readonly setUnsaved: (unsaved: boolean, title: string) => void;
  readonly setProgress: (progress: CallInput<"app.setProgress">) => void;
  /** Has the system say something; `onChosen` when the user clicks on it, the window being in front by then. */
  readonly notify: (notice: Notice, onChosen: () => void) => void;
  readonly closeWindow: () => void;
}

export type Notice = Pick<CallInput<"app.notify">, "title" | "body">;

/**
 * @param extension of the file, with its dot.
 * @returns An absolute path, or null when the user thought better of it.
 */
export type PickFile = (
  purpose: "open" | "save",
  suggestedName: string,
  folder: string,
  extension: string,
) => Promise<string | null>;
