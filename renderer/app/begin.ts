import i18next from "i18next";
import type { CommandId } from "../../shared/commands.ts";
import type { Job } from "../../shared/jobs/job.ts";
import { unusable } from "../../shared/keyboard/keymap.ts";
import {
  forgetTake,
  receiveJobs,
  receiveJobSoon,
  receiveTakes,
  useJobs,
} from "../stores/jobStore.ts";
import { learn, useSettings } from "../stores/settingsStore.ts";
import { call, onEvent } from "../bridge/call.ts";
import { languageFor, speak } from "../locales/i18n.ts";
import { followKeyboard } from "../commands/keyboard.ts";
import { runByKey, runCommand } from "../commands/run.ts";
import { titleOf } from "../commands/titles.ts";
import { openPath } from "../files/actions.ts";
import { keepDrafts } from "../files/drafts.ts";
import { followDrops } from "../files/loose.ts";
import { readDrafts, restoreTabs } from "../files/restore.ts";
import { onReconnect } from "../stores/connectionStore.ts";
import { look } from "../stores/viewStore.ts";
import { showTheme } from "../ui/theme.ts";
import { keepFocus } from "./keepFocus.ts";
import { keepProgress } from "./keepProgress.ts";
import { attempt, notify } from "./notices.ts";
import { createNotifying, showEnds } from "./notifying.ts";
import { createTokenQuestion } from "./tokenQuestion.ts";
import { keepLeftPanel } from "./usePanel.ts";

/** Everything that must be known before the first picture is drawn, in order. */
export async function begin(): Promise<void> {
  await speak("en");
  // Asked for together: every answer is some time on its way.
  const [info, drafts, runs] = await Promise.all([call("app.info", {}), readDrafts(), readRuns()]);
  useSettings.setState({ info });
  showTheme(info.settings.theme);
  await speak(languageFor(info.settings.language, navigator.language));
  look({ leftPanel: info.settings.leftPanel });
  await restoreTabs(drafts, info.settings.welcomed);
  receiveRuns(runs);
  listen();
  onReconnect(() => void attempt(async () => receiveRuns(await readRuns())));
  // For as long as the page lives.
  const { signal } = new AbortController();
  keepDrafts(signal);
  followKeyboard(runByKey, signal);
  followDrops(signal);
  keepFocus(signal);
  keepLeftPanel();
  keepProgress();
  if (info.token.present) void showBalance();
  if (info.jobsSetAside) sayJobsSetAside();
  sayUnusableKeys(unusable(info.settings.keys));
}

/** Jobs that were open then may have been paid, and only the service knows of them. */
const sayJobsSetAside = (): void =>
  notify({
    tone: "failed",
    text: i18next.t("jobs:setAside"),
    action: {
      label: i18next.t("jobs:unknown.look"),
      run: () => runCommand("run.generations"),
    },
  });

/** A settings file is edited by hand, or by a newer version of the program. */
function sayUnusableKeys(ids: readonly CommandId[]): void {
  if (ids.length === 0) return;
  const commands = ids.map(titleOf).join(", ");
  notify({ tone: "info", text: i18next.t("app:unusableKeys", { commands }) });
}

const readRuns = () =>
  Promise.all([call("jobs.list", { limit: 500 }), call("takes.list", { limit: 500 })]);

function receiveRuns([jobs, takes]: Awaited<ReturnType<typeof readRuns>>): void {
  jobs.forEach(notifying.hear);
  receiveJobs(jobs);
  receiveTakes(takes);
}

/** Quietly: the token may be refused or the service away, and the settings say so when asked. */
async function showBalance(): Promise<void> {
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

function listen(): void {
  onEvent((event) => {
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
  });
}
