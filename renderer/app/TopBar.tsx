import { Search, Timer, Wallet } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useJobCounts } from "../stores/jobCounts.ts";
import { useSettings } from "../stores/settingsStore.ts";
import { look } from "../stores/viewStore.ts";
import { usd } from "../ui/money.ts";
import { Keys } from "../ui/Tip.tsx";
import { useShortcuts } from "../commands/shortcut.ts";
import { AppMenu } from "./AppMenu.tsx";
import { BoardTabs } from "./BoardTabs.tsx";
import { RunButton } from "./RunButton.tsx";

const chip =
  "flex h-8 shrink-0 items-center gap-2 rounded-md border border-line bg-field px-2.5 text-ink-soft transition-colors duration-(--quick) hover:border-line-strong hover:text-ink";

export function TopBar() {
  return (
    <header
      data-area="top"
      className="flex min-h-11 shrink-0 flex-wrap items-center gap-2 border-b border-line bg-surface px-2.5 py-1"
    >
      <AppMenu />
      <BoardTabs />
      <CommandSearch />
      <RunningJobs />
      <Balance />
      <RunButton />
    </header>
  );
}

function CommandSearch() {
  const { t } = useTranslation("app");
  const keys = useShortcuts()("view.palette");
  return (
    <button type="button" className={chip} onClick={() => look({ dialog: "palette" })}>
      <Search size={14} strokeWidth={1.75} aria-hidden />
      <span className="max-[1100px]:sr-only">{t("searchCommands")}</span>
      <span className="max-[1280px]:hidden">{keys !== undefined && <Keys keys={keys} />}</span>
    </button>
  );
}

function RunningJobs() {
  const { t } = useTranslation("app");
  const { queued, running } = useJobCounts();
  if (queued + running === 0) return null;
  const words = [
    ...(running > 0 ? [t("jobs.running", { count: running })] : []),
    ...(queued > 0 ? [t("jobs.queued", { count: queued })] : []),
  ];
  return (
    <button
      type="button"
      className={`${chip} tabular-nums`}
      onClick={() => look({ leftPanel: "jobs" })}
    >
      <Timer size={14} strokeWidth={1.75} aria-hidden className="text-running" />
      {words.join(" · ")}
    </button>
  );
}

/** Only once the service has told it: an unknown balance is not a balance of 0. Leads to where it went. */
function Balance() {
  const { t, i18n } = useTranslation(["app", "jobs"]);
  const balance = useSettings((state) => state.balance);
  if (balance === null) return null;
  return (
    <button
      type="button"
      title={t("jobs:ledger.about")}
      className={`${chip} tabular-nums`}
      onClick={() => look({ dialog: "ledger" })}
    >
      <Wallet size={14} strokeWidth={1.75} aria-hidden />
      {t("balance", { amount: usd(balance, i18n.language) })}
    </button>
  );
}
