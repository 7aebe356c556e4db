import { useTranslation } from "react-i18next";
import { commands, type Command, type MenuName } from "../../shared/commands.ts";
import { writeChord } from "../commands/shortcut.ts";
import { say } from "../locales/say.ts";
import { Modal } from "../ui/Modal.tsx";
import { closeDialog } from "./closeDialog.ts";

const list: readonly Command[] = commands;
const menus = [...new Set(list.map(({ menu }) => menu?.name).filter((name) => name !== undefined))];

/** Every command, as the menus have them. */
export function Shortcuts() {
  const { t } = useTranslation("dialogs");
  return (
    <Modal title={t("shortcuts.title")} width="wide" onClose={closeDialog}>
      <div
        role="group"
        aria-label={t("shortcuts.title")}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys that scroll need a place to start
        tabIndex={0}
        data-focus-first
        className="columns-3 gap-9 outline-none max-[1000px]:columns-2 max-[640px]:columns-1"
      >
        {menus.map((name) => (
          <MenuKeys key={name} name={name} />
        ))}
      </div>
    </Modal>
  );
}

function MenuKeys({ name }: { readonly name: MenuName }) {
  const { t } = useTranslation("dialogs");
  return (
    <section className="mb-6 break-inside-avoid">
      <h3 className="mb-1.5 font-semibold">{say(`commands:menu.${name}`)}</h3>
      <dl>
        {list
          .filter(({ menu }) => menu?.name === name)
          .map(({ id, keys }) => (
            <div key={id} className="flex min-h-7 items-center gap-3">
              <dt className="min-w-0 flex-1">{say(`commands:${id}`)}</dt>
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
                    {writeChord(each)}
                  </kbd>
                ))}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
