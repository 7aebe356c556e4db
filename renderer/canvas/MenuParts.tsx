import { ContextMenu } from "radix-ui";
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CommandId } from "../../shared/commands.ts";
import { useShut } from "../app/useShut.ts";
import { changesBoard } from "../commands/reasons.ts";
import { useShortcuts } from "../commands/shortcut.ts";
import { Keys } from "../ui/Tip.tsx";
import { alignments, directions } from "./align.ts";
import { alignSelection, colorSelection, distributeSelection } from "./aligning.ts";
import { colorNames, nodeColors } from "./nodeColors.ts";

/** What menus at the canvas are made of. */

/** The menu takes the focus back as it closes; what opens a field of its own waits for that. */
export const later = (run: () => void): void => void setTimeout(run);

interface ItemProps {
  readonly command?: CommandId;
  readonly disabled?: boolean;
  readonly run: () => void;
  readonly children: ReactNode;
}

export function Item({ command, disabled = false, run, children }: ItemProps) {
  const shortcutOf = useShortcuts();
  const shut = useShut();
  const keys = command === undefined ? undefined : shortcutOf(command);
  // What has no command of its own, such as a colour, is a change too.
  const changes = command === undefined || changesBoard(command);
  return (
    <ContextMenu.Item
      disabled={disabled}
      {...(changes && shut)}
      onSelect={run}
      className="flex h-7 cursor-default items-center rounded-sm px-2 outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-hover"
    >
      <span className="flex-1">{children}</span>
      {keys !== undefined && <Keys keys={keys} />}
    </ContextMenu.Item>
  );
}

export const Line = () => <ContextMenu.Separator className="my-1 h-px bg-line" />;

const content =
  "z-50 min-w-52 rounded-md border border-line-strong bg-raised p-1 shadow-(--shadow)";

function Sub({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <ContextMenu.Sub>
      <ContextMenu.SubTrigger className="flex h-7 cursor-default items-center rounded-sm px-2 outline-none data-[highlighted]:bg-hover data-[state=open]:bg-hover">
        <span className="flex-1">{title}</span>
        <ChevronRight size={14} strokeWidth={1.75} aria-hidden className="text-ink-soft" />
      </ContextMenu.SubTrigger>
      <ContextMenu.Portal>
        <ContextMenu.SubContent collisionPadding={8} className={content}>
          {children}
        </ContextMenu.SubContent>
      </ContextMenu.Portal>
    </ContextMenu.Sub>
  );
}

const alignCommands = {
  left: "node.alignLeft",
  center: "node.alignCenter",
  right: "node.alignRight",
  top: "node.alignTop",
  middle: "node.alignMiddle",
  bottom: "node.alignBottom",
} as const;
const spreadCommands = { across: "node.spreadAcross", down: "node.spreadDown" } as const;

/** Lining up the selected nodes. */
export function AlignItems() {
  const { t } = useTranslation(["canvas", "commands"]);
  return (
    <Sub title={t("canvas:arrange.align")}>
      {alignments.map((how) => (
        <Item key={how} command={alignCommands[how]} run={() => alignSelection(how)}>
          {t(`commands:${alignCommands[how]}`)}
        </Item>
      ))}
      <Line />
      {directions.map((direction) => (
        <Item
          key={direction}
          command={spreadCommands[direction]}
          run={() => distributeSelection(direction)}
        >
          {t(`commands:${spreadCommands[direction]}`)}
        </Item>
      ))}
    </Sub>
  );
}

export function ColorItems() {
  const { t } = useTranslation("canvas");
  return (
    <Sub title={t("arrange.color")}>
      {colorNames.map((name) => (
        <Item key={name} run={() => colorSelection(name)}>
          <span className="flex items-center gap-2">
            <span
              className="size-3 forced-color-adjust-none rounded-[3px]"
              style={{ background: nodeColors[name] }}
            />
            {t(`colors.${name}`)}
          </span>
        </Item>
      ))}
      <Line />
      <Item run={() => colorSelection(null)}>{t("arrange.noColor")}</Item>
    </Sub>
  );
}
