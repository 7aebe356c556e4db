import i18next from "i18next";
import type { Tab } from "../stores/boardStore.ts";

/** Of every board file. */
export const boardExtension = ".shotgraph";

/** What some file system does not take in a name. */
const forbidden = /[\\/:*?"<>|\p{Cc}]/u;

/** What is wrong with a file's name, on any system that the board may be taken to; undefined when nothing is. */
export function flawOfName(name: string): "nameNeeded" | "nameNotAllowed" | undefined {
  const bare = withoutExtension(name);
  if (bare === "") return "nameNeeded";
  return forbidden.test(bare) ? "nameNotAllowed" : undefined;
}

/** Somebody who types the extension means it once. */
const withoutExtension = (name: string): string =>
  name.trim().toLowerCase().endsWith(boardExtension)
    ? name.trim().slice(0, -boardExtension.length).trim()
    : name.trim().replace(/[. ]+$/, "");

/** Many disks take `Night` and `night` for one file. */
export const sameName = (a: string, b: string): boolean =>
  withoutExtension(a).toLowerCase() === withoutExtension(b).toLowerCase();

/** The path of a board of that name, with the separator that the folder itself uses. */
export function pathIn(folder: string, name: string): string {
  const separator = /^[A-Za-z]:|^\\\\/.test(folder) ? "\\" : "/";
  return `${folder.replace(/[\\/]$/, "")}${separator}${withoutExtension(name)}${boardExtension}`;
}

/** The last piece of a path of any system. */
export const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** A name that every file system takes. */
export function fileNameFor(title: string): string {
  const name = title
    .replaceAll(new RegExp(forbidden, "gu"), " ")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "")
    .slice(0, 80);
  return name === "" ? i18next.t("app:untitled") : name;
}

/** What an open board is called: its file's name once there is a file, else its own title. */
export function tabTitle({ path, history }: Tab, untitled: string): string {
  if (path !== null) return baseName(path).replace(/\.shotgraph$/, "");
  return history.present.title === "" ? untitled : history.present.title;
}
