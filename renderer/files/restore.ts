import i18next from "i18next";
import { notify } from "../app/notices.ts";
import { call } from "../bridge/call.ts";
import { beginningOf } from "../canvas/beginning.ts";
import { newTab, useBoards, type Tab } from "../stores/boardStore.ts";
import { openFrom } from "../stores/opening.ts";
import { changeSettings } from "../stores/settingsStore.ts";
import { newBoard, openAsNew } from "./actions.ts";
import { noteDraft } from "./drafts.ts";
import type { CallOutput, Draft } from "../../shared/ipc/contract.ts";

type Drafts = CallOutput<"drafts.list">;

/** What was open when the window was last closed; nothing, with a word about it, when that cannot be read. */
export const readDrafts = (): Promise<Drafts> =>
  call("drafts.list", {}).catch(() => {
    notify({ tone: "failed", text: i18next.t("errors:draftsLost") });
    return [];
  });

/** Opens what was open, unsaved work included; the sample board at the very first start. */
export async function restoreTabs(drafts: Drafts, welcomed: boolean): Promise<void> {
  if (drafts.length > 0) {
    const tabs = drafts.map((draft) => {
      const tab = tabOfDraft(draft);
      noteDraft(tab, draft.mark);
      return tab;
    });
    const active = tabs.at(-1);
    const board = active?.history.present;
    const window = { width: innerWidth, height: innerHeight };
    if (board !== undefined) openFrom(board, beginningOf(board, window));
    useBoards.setState({ tabs, activeId: active?.id ?? "" });
    return;
  }
  if (welcomed) return newBoard();
  const { sampleBoard } = await import("./sampleBoard.ts");
  openAsNew(sampleBoard("lighthouse"));
  await changeSettings({ welcomed: true });
}

const tabOfDraft = ({ id, board, path, hash, unsaved }: Draft): Tab =>
  newTab(id, board, { path, hash, saved: unsaved ? null : board });
