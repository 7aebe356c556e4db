import i18next from "i18next";
import type { CommandId } from "../../shared/commands.ts";
import { unusable } from "../../shared/keyboard/keymap.ts";
import { useSettings } from "../stores/settingsStore.ts";
import { settleWritten } from "../stores/settled.ts";
import { call } from "../bridge/call.ts";
import { mayChange } from "../canvas/commands.ts";
import { languageFor, speak } from "../locales/i18n.ts";
import { followKeyboard } from "../commands/keyboard.ts";
import { runByKey, runCommand } from "../commands/run.ts";
import { titleOf } from "../commands/titles.ts";
import { keepDrafts } from "../files/drafts.ts";
import { followDrops } from "../files/loose.ts";
import { readDrafts, restoreTabs } from "../files/restore.ts";
import { endMerging, whenRefused } from "../stores/boardStore.ts";
import { look } from "../stores/viewStore.ts";
import { showTheme } from "../ui/theme.ts";
import { followAreas } from "./areas.ts";
import { keepFocus } from "./keepFocus.ts";
import { keepProgress } from "./keepProgress.ts";
import { followRun, showBalance } from "./followRun.ts";
import { notify } from "./notices.ts";
import { keepLeftPanel } from "./usePanel.ts";

/** Everything that must be known before the first picture is drawn, in order. */
export async function begin(): Promise<void> {
  await speak("en");
  const begun = Promise.withResolvers<void>();
  // Asked for together: every answer is some time on its way.
  const [info, drafts] = await Promise.all([
    call("app.info", {}),
    readDrafts(),
    followRun(begun.promise),
  ]);
  useSettings.setState({ info });
  showTheme(info.settings.theme);
  await speak(languageFor(info.settings.language, navigator.language));
  look({ leftPanel: info.settings.leftPanel });
  await restoreTabs(drafts, info.settings.welcomed);
  begun.resolve();
  // For as long as the page lives.
  const { signal } = new AbortController();
  keepDrafts(signal);
  whenRefused(mayChange);
  followKeyboard(runByKey, signal);
  followDrops(signal);
  keepFocus(signal);
  followAreas(signal);
  document.addEventListener("focusin", endMerging, { signal });
  document.addEventListener("focusout", settleWritten, { signal });
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
