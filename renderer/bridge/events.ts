import { tellConnection } from "../stores/connectionStore.ts";

/** Seconds between tries, the last one again and again. */
const waits = [1, 2, 4, 8, 15] as const;

interface Hearing {
  readonly listener: (event: unknown) => void;
  /** Told each time that events begin to come. */
  readonly onOpen: () => void;
  /** Whether the program refuses this page: then nothing is tried any more. */
  readonly isEnded: () => Promise<boolean>;
  readonly closed: AbortSignal;
}

/** Hears the events of a served program until `closed` is aborted, and comes back when the connection breaks. */
export function hearEvents({ listener, onOpen, isEnded, closed }: Hearing): void {
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const open = (): void => {
    clearTimeout(timer);
    const source = new EventSource("/events");
    const close = (): void => source.close();
    closed.addEventListener("abort", close);
    source.addEventListener("message", ({ data }) => listener(JSON.parse(String(data))));
    source.addEventListener("open", () => {
      tries = 0;
      tellConnection({ state: "open" });
      onOpen();
    });
    source.addEventListener("error", () => {
      source.close();
      closed.removeEventListener("abort", close);
      void lose();
    });
  };
  const lose = async (): Promise<void> => {
    // An event source does not say what went wrong; a call does.
    if (await isEnded()) return tellConnection({ state: "ended" });
    if (closed.aborted) return undefined;
    const ms = (waits[tries] ?? 15) * 1000;
    tries += 1;
    timer = setTimeout(open, ms);
    return tellConnection({ state: "lost", nextTryAt: Date.now() + ms, tryNow: open });
  };
  closed.addEventListener("abort", () => clearTimeout(timer));
  open();
}
