import { useTranslation } from "react-i18next";
import { setBoardTitle } from "../../shared/board/edits.ts";
import type { CommandId } from "../../shared/commands.ts";
import { useTarget } from "../app/useTarget.ts";
import { useShortcuts } from "../commands/shortcut.ts";
import { nodeName } from "../nodes/words.ts";
import { useNode } from "../nodes/useNode.ts";
import { activeBoard, edit, useBoards } from "../stores/boardStore.ts";
import { showNode } from "../stores/viewStore.ts";
import { Field, TextInput } from "../ui/Field.tsx";
import { Keys } from "../ui/Tip.tsx";
import { Changing } from "./Changing.tsx";
import { SceneFacts } from "./SceneFacts.tsx";
import type { NodeId } from "../../shared/board/schema.ts";

/** Shown while nothing is selected: the board, the scene that Run is about, and a few things good to know. */
export function BoardSummary() {
  const { t } = useTranslation("panels");
  const title = useBoards((state) => activeBoard(state)?.title ?? "");
  const { sceneId } = useTarget();
  return (
    <div className="flex flex-col gap-5">
      <Changing>
        <Field label={t("summary.boardTitle")}>
          {(named) => (
            <TextInput
              {...named}
              autoComplete="off"
              maxLength={200}
              value={title}
              onChange={(event) => {
                const { value } = event.target;
                edit({ key: "boardTitle" }, (board) => setBoardTitle(board, value), "boardTitle");
              }}
            />
          )}
        </Field>
      </Changing>
      {sceneId === undefined ? (
        <p className="text-ink-soft">{t("summary.noScene")}</p>
      ) : (
        <TargetScene id={sceneId} />
      )}
      <Tips />
    </div>
  );
}

function TargetScene({ id }: { readonly id: NodeId }) {
  const { t } = useTranslation("panels");
  const node = useNode(id);
  if (node === undefined) return null;
  return (
    <section className="flex flex-col gap-1.5">
      <button
        type="button"
        title={t("summary.showScene")}
        onClick={() => showNode(id)}
        className="flex min-w-0 items-center gap-2 rounded-sm text-left hover:underline"
      >
        <span className="size-2 shrink-0 rounded-[2px] bg-kind-video" />
        <h3 className="truncate font-semibold">{nodeName(node, undefined)}</h3>
      </button>
      <SceneFacts id={id} />
    </section>
  );
}

const tips = {
  add: undefined,
  wire: undefined,
  connect: "node.connectTo",
  palette: "view.palette",
  run: "run.start",
  shortcuts: "help.shortcuts",
} as const satisfies { readonly [tip: string]: CommandId | undefined };
const tipNames = Object.keys(tips) as (keyof typeof tips)[];

function Tips() {
  const { t } = useTranslation("panels");
  const shortcutOf = useShortcuts();
  return (
    <section className="text-ink-soft">
      <h3 className="mb-1.5 text-label font-medium">{t("summary.tips")}</h3>
      <ul className="flex flex-col gap-1.5">
        {tipNames.map((tip) => {
          const command = tips[tip];
          const keys = command === undefined ? undefined : shortcutOf(command);
          return (
            <li key={tip} className="flex items-baseline gap-2">
              <span className="flex-1">{t(`summary.tip.${tip}`)}</span>
              {keys !== undefined && <Keys keys={keys} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
