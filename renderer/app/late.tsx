import {
  lazy,
  startTransition,
  Suspense,
  useEffect,
  useReducer,
  type ComponentType,
  type ReactNode,
} from "react";
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
  awaited(() => loadPart(load));

/** What draws again when a part has come. */
const places = new Set<() => void>();

/** A component that comes with a promise which never rejects. Stands in a `Late`. */
export const awaited = <P extends object>(come: () => Promise<ComponentType<P>>) =>
  lazy(() => {
    const coming = come().then((part) => ({ default: part }));
    void coming.then(() => startTransition(() => places.forEach((draw) => draw())));
    return coming;
  });

const words = { lost: "late", ended: "sessionEnded", outdated: "outdated" } as const;

/** Why a late part does not come; undefined while nothing keeps it. */
export function useDelay(): string | undefined {
  const { t } = useTranslation("errors");
  const state = useConnection((connection) => connection.state);
  return state === "open" ? undefined : t(words[state]);
}

interface LateProps {
  readonly children: ReactNode;
  /** What stands there until then; why it does not come, unless something else is given. */
  readonly fallback?: ReactNode;
}

/**
 * Where late parts stand. React by itself would leave the place as it is for 300 ms, however soon the part is there; it
 * does not where something asks for another drawing.
 */
export function Late({ children, fallback = <Delay /> }: LateProps) {
  const [, draw] = useReducer((drawn: number) => drawn + 1, 0);
  useEffect(() => {
    places.add(draw);
    return () => void places.delete(draw);
  }, []);
  return <Suspense fallback={fallback}>{children}</Suspense>;
}

function Delay() {
  const delay = useDelay();
  return delay === undefined ? null : <p className="p-4 text-ink-soft">{delay}</p>;
}
