/** Of every board file. */
export const boardExtension = ".shotgraph";

/** What is wrong with a file's name, on any system that the board may be taken to; undefined when nothing is. */
export function flawOfName(name: string): "nameNeeded" | "nameNotAllowed" | undefined {
  const bare = withoutExtension(name);
  if (bare === "") return "nameNeeded";
  return /[\\/:*?"<>|\p{Cc}]/u.test(bare) ? "nameNotAllowed" : undefined;
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
