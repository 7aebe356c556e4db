import i18next from "i18next";
import type { AppEvent } from "../../shared/ipc/contract.ts";
import type { Job } from "../../shared/jobs/job.ts";
import { call, onEvent } from "../bridge/call.ts";
import { runCommand } from "../commands/run.ts";
import { openPath } from "../files/actions.ts";
import {
  forgetTake,
  receiveJobs,
  receiveJobSoon,
  receiveTakes,
  useJobs,
} from "../stores/jobStore.ts";
import { learn, useSettings } from "../stores/settingsStore.ts";
import { look } from "../stores/viewStore.ts";
import { attempt, notify } from "./notices.ts";
import { createNotifying, showEnds } from "./notifying.ts";
import { createTokenQuestion } from "./tokenQuestion.ts";

/**
 * Knows the run from now on: what is listed, and every change. Lists are read once events come, and events wait until the
 * lists have come: nothing falls between the two, and what is newer has the last word.
 *
 * @param begun When events may be answered with words and dialogs.
 * @returns When the run is known for the first time.
 */
export function followRun(begun: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let isKnown = false;
    let lists = Promise.resolve<unknown>(undefined);
    const read = (): Promise<unknown> => {
      if (isKnown) return attempt(readRun);
      isKnown = true;
      return readRun().then(resolve, reject);
    };
    onEvent(
      (event) => void lists.then(() => begun).then(() => hear(event)),
      () => {
        lists = lists.then(read);
      },
    );
  });
}

async function readRun(): Promise<void> {
  const [jobs, takes] = await Promise.all([
    call("jobs.list", { limit: 500 }),
    call("takes.list", { limit: 500 }),
  ]);
  jobs.forEach(notifying.hear);
  receiveJobs(jobs);
  receiveTakes(takes);
}

/** Quietly: the token may be refused or the service away, and the settings say so when asked. */
export async function showBalance(): Promise<void> {
  const balance = await call("balance.get", {}).catch(() => ({ usd: null }));
  useSettings.setState({ balance: balance.usd });
}

/** The service has just said what it took. */
const isCharged = ({ id, engine, cost }: Job): boolean =>
  engine === "runcomfy" && cost !== null && useJobs.getState().jobs.get(id)?.cost !== cost;

const tokenQuestion = createTokenQuestion(() =>
  notify({
    tone: "failed",
    text: i18next.t("jobs:tokenWanted"),
    action: { label: i18next.t("commands:app.settings"), run: () => look({ dialog: "settings" }) },
  }),
);

const notifying = createNotifying();

function hear(event: AppEvent): void {
  switch (event.event) {
    case "jobChanged":
      if (isCharged(event.job)) void showBalance();
      tokenQuestion.hear(event.job);
      notifying.hear(event.job);
      return receiveJobSoon(event.job);
    case "takeAdded":
    case "takeChanged":
      return receiveTakes([event.take]);
    case "takeGone":
      return forgetTake(event.takeId);
    case "settingsChanged":
      return learn({ settings: event.settings });
    case "tokenChanged":
      tokenQuestion.answered();
      return learn({ token: event.token });
    case "balanceChanged":
      return useSettings.setState({ balance: event.balance.usd });
    case "command":
      runCommand(event.id);
      return;
    case "openBoard":
      void openPath(event.path);
      return;
    case "noticeChosen":
      return showEnds(event.jobIds);
    case "closeRequested":
      return look({ dialog: "closeWindow" });
  }
}
