import { Keyboard } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useKeymap } from "../commands/keymap.ts";
import { writeChord } from "../commands/shortcut.ts";
import { commandGroups } from "../commands/titles.ts";
import { placeKeys, type PlaceName } from "../commands/placeKeys.ts";
import { say, sayIfKnown } from "../locales/say.ts";
import { look } from "../stores/viewStore.ts";
import { Button } from "../ui/Button.tsx";
import { Modal } from "../ui/Modal.tsx";
import { closeDialog } from "./closeDialog.ts";

// The names of a literal.
const places = Object.keys(placeKeys) as PlaceName[];

/** Every command that has keys, as the menus have them, and what keys and the hand do in each place. */
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
            {commands
              .filter(({ id }) => keymap.get(id)?.length !== 0)
              .map(({ id }) => (
                <Line
                  key={id}
                  title={say(`commands:${id}`)}
                  keys={(keymap.get(id) ?? []).map(writeChord)}
                />
              ))}
          </Group>
        ))}
        {places.map((place) => (
          <InPlace key={place} place={place} />
        ))}
      </div>
    </Modal>
  );
}

/** Not commands: what they do depends on where the focus or the hand is. */
function InPlace({ place }: { readonly place: PlaceName }) {
  return (
    <Group title={say(`keyboard:places.${place}.title`)}>
      {Object.entries<readonly string[]>(placeKeys[place]).map(([doing, ways]) => (
        <Line
          key={doing}
          title={say(`keyboard:places.${place}.${doing}`)}
          keys={ways.map(writeWay)}
        />
      ))}
    </Group>
  );
}

/** Gestures have names of the language, as has the key that is only a space. */
function writeWay(way: string): string {
  const held = way.split("+");
  const last = held.pop() ?? "";
  const said = sayIfKnown(`keyboard:hand.${last}`);
  if (said === undefined) return writeChord(way);
  return [...held.map((key) => sayIfKnown(`keyboard:hand.${key}`) ?? writeChord(key)), said].join(
    "+",
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
  return (
    <div className="flex min-h-7 items-center gap-3 py-0.5">
      <dt className="min-w-0 flex-1 leading-tight">{title}</dt>
      <dd className="flex max-w-3/5 flex-wrap justify-end gap-1">
        {keys.map((each) => (
          <kbd
            key={each}
            className="rounded-sm border border-line-strong bg-raised px-1.5 font-sans text-label whitespace-nowrap"
          >
            {each}
          </kbd>
        ))}
      </dd>
    </div>
  );
}
