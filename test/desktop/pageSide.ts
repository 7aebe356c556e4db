import type { Page } from "playwright-core";
import { answerSchema, calls, type CallInput, type CallName } from "../../shared/ipc/contract.ts";
import type { AppEvent, Bridge, CallOutput } from "../../shared/ipc/contract.ts";

declare global {
  interface Window {
    /** What the test has heard over the bridge. */
    heard: AppEvent[];
  }
}

/** The bridge as the page has it. */
type Bridged = Window & { readonly shotgraph: Bridge };

/** A call over the page's own bridge, as an answer. */
export const answerOf = async (page: Page, name: string, input: unknown) =>
  answerSchema.parse(
    await page.evaluate(
      ([called, given]) => (window as unknown as Bridged).shotgraph.call(called, given),
      [name, input] as const,
    ),
  );

/** A call over the page's own bridge that must succeed. */
export async function call<N extends CallName>(
  page: Page,
  name: N,
  input: CallInput<N>,
): Promise<CallOutput<N>> {
  const answer = await answerOf(page, name, input);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  // The schema of this very call.
  return calls[name].output.parse(answer.value) as CallOutput<N>;
}

/** Keeps every event from now on. */
export const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.heard = [];
    // The page's end of the bridge takes any listener; events were parsed on their way out.
    (window as unknown as Bridged).shotgraph.subscribe(
      (event) => void window.heard.push(event as AppEvent),
      () => {},
    );
  });

/** The first event of a kind, past or to come. */
export async function heard<K extends AppEvent["event"]>(page: Page, kind: K) {
  const handle = await page.waitForFunction(
    (wanted) => window.heard.find(({ event }) => event === wanted),
    kind,
    { timeout: 0, polling: 50 },
  );
  // What was found has that kind.
  return (await handle.jsonValue()) as Extract<AppEvent, { event: K }>;
}
