import i18next from "i18next";
import { ChevronRight, Circle, FileVideo2, type LucideIcon, Plus } from "lucide-react";
import { nodeIdsOf, nodeOf } from "../../shared/board/graph.ts";
import type { BoardNode } from "../../shared/board/schema.ts";
import { nodeTypes } from "../../shared/nodes/registry.ts";
import { knownCommands, type KnownCommand } from "../../shared/keyboard/keymap.ts";
import { addNodeHere } from "../canvas/commands.ts";
import { lackOf } from "../commands/reasons.ts";
import { runCommand } from "../commands/run.ts";
import { shortcutOf } from "../commands/shortcut.ts";
import { situationNow } from "../commands/situation.ts";
import { titleOf } from "../commands/titles.ts";
import { stepsOf } from "../commands/steps.ts";
import type { Language } from "../locales/i18n.ts";
import { tabTitle } from "../files/fileName.ts";
import { say } from "../locales/say.ts";
import { useFacts } from "../nodes/facts.ts";
import { nodeName, typeAbout, typeName, typeWords } from "../nodes/words.ts";
import { activateTab, activeBoard, activeTab, useBoards } from "../stores/boardStore.ts";
import { useSettings } from "../stores/settingsStore.ts";
import { showNode } from "../stores/viewStore.ts";
import type { Findable } from "./finding.ts";

/** What the search of commands offers. */
export interface Entry extends Findable {
  readonly id: string;
  readonly aside: string;
  readonly keys?: string | undefined;
  readonly icon: LucideIcon;
  /** A class of the icon's colour. */
  readonly ink: string;
  readonly run: () => void;
}

const saidIn = (
  known: readonly Language[],
  namespace: "commands" | "search",
  key: string,
): string =>
  known
    .map((language): unknown => i18next.getResource(language, namespace, key))
    .filter((words) => typeof words === "string")
    .join(" ");

/** Its names and other words for it. */
const wordsFor = ({ id, menu }: KnownCommand, known: readonly Language[]): string =>
  [
    saidIn(known, "commands", id),
    menu === null ? "" : saidIn(known, "commands", `menu.${menu.name}`),
    saidIn(known, "search", id),
  ].join(" ");

/** @param known the languages whose words they are found by, besides the one that is spoken. */
export function commandEntries(known: readonly Language[]): readonly Entry[] {
  const steps: { readonly [id: string]: string | undefined } = stepsOf(
    activeTab(useBoards.getState()),
  );
  const isDesktop = useSettings.getState().info?.host === "desktop";
  const situation = situationNow();
  return knownCommands
    .filter(({ id }) => id !== "view.palette" && (isDesktop || id !== "app.quit"))
    .map((command) => {
      const { id, menu } = command;
      const lack = lackOf(id, situation);
      return {
        id: `command ${id}`,
        title: titleOf(id),
        words: wordsFor(command, known),
        aside: steps[id] ?? (menu === null ? "" : say(`commands:menu.${menu.name}`)),
        lack: lack && say(`dialogs:palette.lacks.${lack}`),
        keys: shortcutOf(id),
        icon: ChevronRight,
        ink: "text-ink-soft",
        run: () => runCommand(id),
      };
    });
}

/** The colours of the canvas: a thing looks the same wherever it is listed. */
const inks: { readonly [type: string]: string } = {
  prompt: "text-kind-text",
  element: "text-kind-text",
  join: "text-kind-text",
  shot: "text-kind-shots",
  settings: "text-kind-settings",
  image: "text-kind-image",
  scene: "text-kind-video",
};

export function nodeEntries(): readonly Entry[] {
  const board = activeBoard(useBoards.getState());
  if (board === undefined) return [];
  const { facts } = useFacts.getState();
  return nodeIdsOf(board).flatMap((id) => {
    const node = nodeOf(board, id);
    if (node === undefined) return [];
    const text = textOf(node);
    return [
      {
        id: `node ${id}`,
        title: nodeName(node, facts.get(id)?.numeral),
        words: `${typeName(node.type)} ${text}`,
        aside: text,
        icon: Circle,
        ink: `${inks[node.type] ?? "text-ink-soft"} fill-current`,
        run: () => showNode(id),
      },
    ];
  });
}

/** Who looks for a kind of node wants one. */
export const typeEntries = (): readonly Entry[] =>
  nodeTypes.map((type) => ({
    id: `type ${type}`,
    title: typeName(type),
    words: typeWords(type),
    aside: typeAbout(type),
    icon: Plus,
    ink: inks[type] ?? "text-ink-soft",
    run: () => addNodeHere(type),
  }));

/** The beginning of what somebody wrote in it. */
function textOf({ params }: BoardNode): string {
  for (const field of ["prompt", "text", "description", "summary", "name"]) {
    const text = params[field];
    if (typeof text === "string" && text.trim() !== "") return text.trim().slice(0, 160);
  }
  return "";
}

export const boardEntries = (untitled: string): readonly Entry[] =>
  useBoards.getState().tabs.map((tab) => ({
    id: `board ${tab.id}`,
    title: tabTitle(tab, untitled),
    words: tab.path ?? "",
    aside: tab.path ?? "",
    icon: FileVideo2,
    ink: "text-ink-soft",
    run: () => activateTab(tab.id),
  }));
