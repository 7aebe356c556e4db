import { access } from "node:fs/promises";

/** Whether anything stands at a path. */
export const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
