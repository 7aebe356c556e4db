import { useTranslation } from "react-i18next";
import { setMode, setTitle } from "../../shared/board/edits.ts";
import type { BoardNode, NodeId } from "../../shared/board/schema.ts";
import { definitionOf } from "../../shared/nodes/registry.ts";
import { nameOf } from "../canvas/commands.ts";
import { useFact } from "../nodes/facts.ts";
import { nodeName, typeAbout, typeName } from "../nodes/words.ts";
import { edit } from "../stores/boardStore.ts";
import { Button } from "../ui/Button.tsx";
import { Field, TextInput } from "../ui/Field.tsx";

interface NodeHeadProps {
  readonly ids: readonly NodeId[];
  readonly nodes: readonly BoardNode[];
}

/** What is selected, and its name. */
export function NodeHead({ ids, nodes }: NodeHeadProps) {
  const { t } = useTranslation("panels");
  const [id] = ids;
  const [node] = nodes;
  if (id === undefined || node === undefined) return null;
  return ids.length > 1 ? (
    <header>
      <h2 className="font-semibold">{t("inspector.several", { count: ids.length })}</h2>
      <p className="text-ink-soft">{counted(nodes)}</p>
      <p className="mt-1 text-label text-ink-soft">{t("inspector.severalAbout")}</p>
    </header>
  ) : (
    <OneHead id={id} node={node} />
  );
}

/** "2 × Shot, 1 × Prompt" */
const counted = (nodes: readonly BoardNode[]): string =>
  [...Map.groupBy(nodes, ({ type }) => type)]
    .map(([type, { length }]) => `${length} × ${typeName(type)}`)
    .join(", ");

function OneHead({ id, node }: { readonly id: NodeId; readonly node: BoardNode }) {
  const { t } = useTranslation("panels");
  const numeral = useFact(id)?.numeral;
  const untitled = nodeName({ type: node.type }, numeral);
  const kind = definitionOf(node)?.color ?? "neutral";
  const known = definitionOf(node) !== undefined;
  return (
    <>
      <header className="flex items-center gap-2" title={typeAbout(node.type)}>
        <span
          className="size-2 shrink-0 rounded-[2px]"
          style={{ background: `var(--kind-${kind})` }}
        />
        <h2 className="min-w-0 flex-1 truncate font-semibold">{untitled}</h2>
      </header>
      {node.mode !== undefined && (
        <p className="flex items-center gap-3 rounded-sm border border-line px-3 py-1.5 text-ink-soft">
          <span className="flex-1">{t(`inspector.mode.${node.mode}`)}</span>
          <Button
            className="h-7!"
            onClick={() =>
              edit({ key: "activateOne", values: { name: nameOf(id) } }, (board) =>
                setMode(board, [id], "active"),
              )
            }
          >
            {t("inspector.mode.activate")}
          </Button>
        </p>
      )}
      <Field label={t("inspector.title")}>
        {(named) => (
          <TextInput
            {...named}
            autoComplete="off"
            maxLength={200}
            placeholder={untitled}
            value={node.title ?? ""}
            onChange={(event) => {
              const { value } = event.target;
              edit(
                { key: "rename", values: { name: untitled } },
                (board) => setTitle(board, id, value),
                `title:${id}`,
              );
            }}
          />
        )}
      </Field>
      {!known && (
        <div className="text-ink-soft">
          <p>{t("inspector.unknown")}</p>
          <pre className="mt-2 overflow-auto rounded-sm border border-line bg-field p-2 font-mono text-node">
            {JSON.stringify(node.params, null, 2)}
          </pre>
        </div>
      )}
    </>
  );
}
