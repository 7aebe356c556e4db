import { create } from "zustand";

/** Whether the process behind the window can be heard. A desktop window always hears it; a served page may lose it. */

type Connection =
  | { readonly state: "open" }
  /** `nextTryAt`: milliseconds since 1970. */
  | { readonly state: "lost"; readonly nextTryAt: number; readonly tryNow: () => void }
  /** The process was started again and does not know this page any more. */
  | { readonly state: "ended" }
  /** It answers and no longer has a part of this page: the page has to be loaded again. */
  | { readonly state: "outdated" };

export const useConnection = create<Connection>()(() => ({ state: "open" }));

export const tellConnection = (connection: Connection): void =>
  useConnection.setState(connection, true);

/** Tells each time that the process is heard again, after events may have been missed. Returns how to stop. */
export const onReconnect = (tell: () => void): (() => void) =>
  useConnection.subscribe(({ state }, before) => {
    if (state === "open" && before.state !== "open") tell();
  });
