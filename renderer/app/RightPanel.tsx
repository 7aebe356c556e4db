import { Tabs } from "radix-ui";
import { useTranslation } from "react-i18next";
import { useCompiled } from "../stores/compiled.ts";
import { useIsWhole } from "../stores/opening.ts";
import { look, useView, type RightTab } from "../stores/viewStore.ts";
import { ResizeHandle } from "../ui/ResizeHandle.tsx";
import { afterBoard } from "./afterBoard.ts";
import { Late } from "./late.tsx";
import type { Panel } from "./usePanel.ts";

const Inspector = afterBoard(async () => (await import("../panels/Inspector.tsx")).Inspector);
const RequestPanel = afterBoard(
  async () => (await import("../panels/RequestPanel.tsx")).RequestPanel,
);
const ProblemsPanel = afterBoard(
  async () => (await import("../panels/ProblemsPanel.tsx")).ProblemsPanel,
);

const tabs = {
  inspector: Inspector,
  request: RequestPanel,
  problems: ProblemsPanel,
} satisfies Record<RightTab, unknown>;
const names = Object.keys(tabs) as RightTab[];

const isTab = (value: string): value is RightTab => Object.hasOwn(tabs, value);

export function RightPanel({ panel }: { readonly panel: Panel }) {
  const { t } = useTranslation("app");
  return (
    <aside
      className="relative flex shrink-0 flex-col border-l border-line bg-surface"
      style={{ width: `min(${panel.size}px, 45vw)` }}
      aria-label={t("rightPanel")}
      data-area="right"
      tabIndex={-1}
    >
      <ResizeHandle
        label={t("resize.right")}
        axis="x"
        grows={-1}
        size={panel.size}
        min={260}
        max={560}
        onResize={panel.resize}
      />
      <Pages />
    </aside>
  );
}

function Pages() {
  const { t } = useTranslation("app");
  const chosen = useView((view) => view.rightTab);
  const problems = useCompiled((compiled) => compiled.problems.length);
  const count = useIsWhole() ? problems : 0;
  return (
    <Tabs.Root
      value={chosen}
      onValueChange={(value) => isTab(value) && look({ rightTab: value })}
      className="flex min-h-0 flex-1 flex-col"
    >
      <Tabs.List
        aria-label={t("rightPanel")}
        className="mx-3 mt-3 flex gap-0.5 rounded-md border border-line bg-field p-0.5"
      >
        {names.map((name) => (
          <Tabs.Trigger
            key={name}
            value={name}
            className="flex h-7 flex-1 items-center justify-center gap-1.5 rounded-sm text-ink-soft transition-colors duration-(--quick) hover:text-ink data-[state=active]:bg-hover data-[state=active]:font-medium data-[state=active]:text-ink"
          >
            {t(`tabs.${name}`)}
            {name === "problems" && count > 0 && (
              <span className="rounded-full bg-hover px-1.5 text-label tabular-nums">{count}</span>
            )}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {names.map((name) => {
        const Content = tabs[name];
        return (
          <Tabs.Content
            key={name}
            value={name}
            className="min-h-0 flex-1 overflow-auto"
            tabIndex={-1}
          >
            <Late>
              <Content />
            </Late>
          </Tabs.Content>
        );
      })}
    </Tabs.Root>
  );
}
