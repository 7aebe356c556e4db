import { Tabs } from "radix-ui";
import type { FunctionComponent } from "react";
import { useTranslation } from "react-i18next";
import { late, Late } from "../app/late.tsx";
import { look, useView, type SettingsPage } from "../stores/viewStore.ts";
import { Modal } from "../ui/Modal.tsx";
import { closeDialog } from "./closeDialog.ts";
import { CanvasPage } from "./settings/CanvasPage.tsx";
import { GeneralPage } from "./settings/GeneralPage.tsx";

const KeyboardPage = late(async () => (await import("./keyboard/KeyboardPage.tsx")).KeyboardPage);

const pages: Record<SettingsPage, FunctionComponent> = {
  general: GeneralPage,
  canvas: CanvasPage,
  keyboard: KeyboardPage,
};
const names = Object.keys(pages) as SettingsPage[];

const isPage = (value: string): value is SettingsPage => Object.hasOwn(pages, value);

/** Every change is kept at once: there is nothing to confirm. */
export function SettingsDialog() {
  const { t } = useTranslation("dialogs");
  const chosen = useView((view) => view.settingsPage);
  const close = (): void => {
    closeDialog();
    look({ settingsPage: "general" });
  };
  return (
    <Modal title={t("settings.title")} width="wide" onClose={close}>
      <Tabs.Root
        orientation="vertical"
        value={chosen}
        onValueChange={(page) => isPage(page) && look({ settingsPage: page })}
        // As high on every page, so that nothing jumps from one to the next.
        className="grid h-[min(760px,86vh-100px)] grid-cols-[152px_minmax(0,1fr)] gap-x-8 max-[760px]:grid-cols-1 max-[760px]:grid-rows-[auto_minmax(0,1fr)] max-[760px]:gap-y-4"
      >
        <Tabs.List
          aria-label={t("settings.pages.name")}
          className="flex flex-col gap-0.5 self-start max-[760px]:flex-row"
        >
          {names.map((name) => (
            <Tabs.Trigger
              key={name}
              value={name}
              className="h-8 rounded-sm px-2.5 text-left text-ink-soft transition-colors duration-(--quick) hover:bg-hover hover:text-ink data-[state=active]:bg-hover data-[state=active]:font-medium data-[state=active]:text-ink"
            >
              {t(`settings.pages.${name}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {names.map((name) => {
          const Page = pages[name];
          return (
            <Tabs.Content
              key={name}
              value={name}
              tabIndex={-1}
              className="-mr-5 -mb-4 -ml-1 overflow-auto pr-5 pb-4 pl-1 outline-none"
            >
              <Late>
                <Page />
              </Late>
            </Tabs.Content>
          );
        })}
      </Tabs.Root>
    </Modal>
  );
}
