import { Keyboard } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useKeymap } from "../commands/keymap.ts";
import { writeChord } from "../commands/shortcut.ts";
import { commandGroups } from "../commands/titles.ts";
import { say } from "../locales/say.ts";
import { look } from "../stores/viewStore.ts";
import { Button } from "../ui/Button.tsx";
import { Modal } from "../ui/Modal.tsx";
import { closeDialog } from "./closeDialog.ts";

/** Every command with its keys, as the menus have them, and what the hand does on the canvas. */
export function Shortcuts() {
  const { t } = useTranslation(["dialogs", "keyboard"]);
  const keymap = useKeymap();
  return (
    <Modal
      title={t("dialogs:shortcuts.title")}
      width="wide"
      onClose={closeDialog}
      footer={
        <Button
          className="mr-auto"
          onClick={() => look({ dialog: "settings", settingsPage: "keyboard" })}
        >
          <Keyboard size={15} strokeWidth={1.75} aria-hidden />
          {t("keyboard:sheet.change")}
        </Button>
      }
    >
      <div
        role="group"
        aria-label={t("dialogs:shortcuts.title")}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys that scroll need a place to start
        tabIndex={0}
        data-focus-first
        className="columns-3 gap-9 outline-none max-[1000px]:columns-2 max-[640px]:columns-1"
      >
        {commandGroups.map(({ name, commands }) => (
          <Group key={name} title={say(`commands:menu.${name}`)}>
            {commands.map(({ id }) => (
              <Line
                key={id}
                title={say(`commands:${id}`)}
                keys={(keymap.get(id) ?? []).map(writeChord)}
              />
            ))}
          </Group>
        ))}
        <OnCanvas />
      </div>
    </Modal>
  );
}

/** Not commands: what they do depends on where the hand is. */
function OnCanvas() {
  const { t } = useTranslation("keyboard");
  const arrows = t("sheet.arrows");
  const drag = t("sheet.drag");
  const space = writeChord("Space");
  const ctrl = writeChord("Mod");
  return (
    <Group title={t("sheet.canvas")}>
      <Line title={t("sheet.move")} keys={[arrows]} />
      <Line title={t("sheet.moveFar")} keys={[`${writeChord("Shift")}+${arrows}`]} />
      <Line title={t("sheet.moveFine")} keys={[`${ctrl}+${arrows}`]} />
      <Line title={t("sheet.snap")} keys={[`${ctrl}+${drag}`]} />
      <Line title={t("sheet.write")} keys={["Enter"]} />
      <Line title={t("sheet.leave")} keys={["Esc"]} />
      <Line title={t("sheet.pan")} keys={[`${space}+${drag}`, t("sheet.middleDrag")]} />
      <Line title={t("sheet.box")} keys={[`${writeChord("Shift")}+${drag}`]} />
      <Line title={t("sheet.cut")} keys={[`${ctrl}+${t("sheet.rightDrag")}`]} />
    </Group>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="mb-6 break-inside-avoid">
      <h3 className="mb-1.5 font-semibold">{title}</h3>
      <dl>{children}</dl>
    </section>
  );
}

function Line({ title, keys }: { readonly title: string; readonly keys: readonly string[] }) {
  const { t } = useTranslation("dialogs");
  return (
    <div className="flex min-h-7 items-center gap-3">
      <dt className="min-w-0 flex-1">{title}</dt>
      <dd className="flex shrink-0 gap-1">
        {keys.length === 0 && (
          <span aria-label={t("shortcuts.none")} className="text-ink-soft">
            –
          </span>
        )}
        {keys.map((each) => (
          <kbd
            key={each}
            className="rounded-sm border border-line-strong bg-raised px-1.5 font-sans text-label"
          >
            {each}
          </kbd>
        ))}
      </dd>
    </div>
  );
}
