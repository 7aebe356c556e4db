import { lazy, Suspense, type ComponentType, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../bridge/call.ts";
import { onReconnect, tellConnection, useConnection } from "../stores/connectionStore.ts";

/*
 * Parts of the page that are loaded when they are first wanted. The program that has them may be gone in that moment, and
 * what React is told of a failure it keeps: so it is told of none, and the part is asked for until it comes.
 */

/**
 * What `load` gives, as soon as the program behind the page can be heard. Never rejects: a part that the program has no
 * longer stays away, and the window says what to do.
 */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  // Some browsers keep a failure for as long as the page lives: none asks in vain.
  if (useConnection.getState().state === "lost") await heardAgain();
  for (let refused = false; ;) {
    try {
      return await load();
    } catch {
      const answers = await programAnswers();
      // Once it may have come back just now; twice, it is of another version, or this browser keeps what failed.
      if (answers && refused) tellConnection({ state: "outdated" });
      if (!answers || refused) await heardAgain();
      refused = answers;
    }
  }
}

const programAnswers = (): Promise<boolean> =>
  call("app.info", {}).then(
    () => true,
    () => false,
  );

/** ms until the next try when nothing says that the connection is lost. */
const pause = 1000;

function heardAgain(): Promise<void> {
  return new Promise((resolve) => {
    const timer =
      useConnection.getState().state === "open" ? setTimeout(() => done(), pause) : undefined;
    const stop = onReconnect(() => done());
    const done = (): void => {
      clearTimeout(timer);
      stop();
      resolve();
    };
  });
}

/** A component that is loaded when it is first wanted. Stands in a `Late`. */
export const late = <P extends object>(load: () => Promise<ComponentType<P>>) =>
  lazy(async () => ({ default: await loadPart(load) }));

const words = { lost: "late", ended: "sessionEnded", outdated: "outdated" } as const;

/** Why a late part does not come; undefined while nothing keeps it. */
export function useDelay(): string | undefined {
  const { t } = useTranslation("errors");
  const state = useConnection((connection) => connection.state);
  return state === "open" ? undefined : t(words[state]);
}

/** Where late parts stand. */
export function Late({ children }: { readonly children: ReactNode }) {
  return <Suspense fallback={<Delay />}>{children}</Suspense>;
}

function Delay() {
  const delay = useDelay();
  return delay === undefined ? null : <p className="p-4 text-ink-soft">{delay}</p>;
}
