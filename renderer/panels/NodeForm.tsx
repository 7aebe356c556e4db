import { ChevronDown } from "lucide-react";
import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useShallow } from "zustand/react/shallow";
import { nodeOf } from "../../shared/board/graph.ts";
import type { BoardNode, NodeId } from "../../shared/board/schema.ts";
import { isNodeType, type NodeType } from "../../shared/nodes/registry.ts";
import { activeBoard, useBoards } from "../stores/boardStore.ts";
import { classes } from "../ui/classes.ts";
import { changeParam } from "./changes.ts";
import { Changing } from "./Changing.tsx";
import { extras } from "./extras.ts";
import { fields } from "./fields/fields.ts";
import { NodeColor } from "./NodeColor.tsx";
import { NodeHead } from "./NodeHead.tsx";
import { FieldProblems, NodeProblems } from "./NodeProblems.tsx";
import { commonParams, heldBy, inRows, type Held, type Param } from "./params.ts";

const noNodes: readonly BoardNode[] = [];

/** The form of one node, or of what several have in common. */
export function NodeForm({ ids }: { readonly ids: readonly NodeId[] }) {
  const { t } = useTranslation("panels");
  const [more, setMore] = useState(false);
  const nodes = useBoards(
    useShallow((state) => {
      const board = activeBoard(state);
      if (board === undefined) return noNodes;
      return ids.flatMap((id) => nodeOf(board, id) ?? []);
    }),
  );
  const [first] = nodes;
  const [id] = ids;
  if (first === undefined || id === undefined) return null;
  const params = commonParams(nodes.map(({ type }) => type)).filter(
    // Shown beside the seconds, as a lock.
    ({ name }) => !(first.type === "shot" && name === "locked"),
  );
  const usual = params.filter(({ hint }) => hint.rare !== true);
  const isPicture = ({ hint }: Param): boolean => hint.control === "picture";
  const rare = params.filter(({ hint }) => hint.rare === true);

  return (
    <div className="flex flex-col gap-4">
      <Changing>
        <NodeHead ids={ids} nodes={nodes} />
        {ids.length === 1 && (
          <NodeProblems id={id} except={(more ? params : usual).map(({ name }) => name)} />
        )}
        <Rows ids={ids} nodes={nodes} params={usual.filter((param) => !isPicture(param))} />
      </Changing>
      {ids.length === 1 && isNodeType(first.type) && <Extra id={id} type={first.type} />}
      <Changing>
        <Rows ids={ids} nodes={nodes} params={usual.filter(isPicture)} />
      </Changing>
      {ids.length > 1 && params.length === 0 && (
        <p className="text-ink-soft">{t("inspector.nothingInCommon")}</p>
      )}
      <Changing>
        <NodeColor ids={ids} />
      </Changing>
      {rare.length > 0 && (
        <section className="border-t border-line pt-2">
          <button
            type="button"
            aria-expanded={more}
            onClick={() => setMore(!more)}
            className="flex h-8 w-full items-center gap-1.5 rounded-sm text-ink-soft hover:text-ink"
          >
            <ChevronDown
              size={14}
              strokeWidth={1.75}
              aria-hidden
              className={classes("transition-transform duration-(--quick)", !more && "-rotate-90")}
            />
            {t(more ? "inspector.less" : "inspector.more")}
          </button>
          {more && (
            <div className="mt-2 flex flex-col gap-4">
              <Changing>
                <Rows ids={ids} nodes={nodes} params={rare} />
              </Changing>
            </div>
          )}
        </section>
      )}
    </div>
  );
}

function Extra({ id, type }: { readonly id: NodeId; readonly type: NodeType }) {
  const Content = extras[type];
  return Content === undefined ? null : <Content id={id} />;
}

interface RowsProps {
  readonly ids: readonly NodeId[];
  readonly nodes: readonly BoardNode[];
  readonly params: readonly Param[];
}

function Rows({ ids, nodes, params }: RowsProps) {
  return inRows(params).map((row) => (
    <div key={row[0]?.name} className={row.length > 1 ? "grid grid-cols-2 gap-3" : undefined}>
      {row.map((param) => (
        <ParamField
          key={param.name}
          ids={ids}
          type={nodes[0]?.type ?? ""}
          param={param}
          held={heldBy(nodes, param.name)}
        />
      ))}
    </div>
  ));
}

interface ParamFieldProps {
  readonly ids: readonly NodeId[];
  readonly type: string;
  readonly param: Param;
  readonly held: Held;
}

const sameField = (a: ParamFieldProps, b: ParamFieldProps): boolean =>
  a.ids === b.ids && a.type === b.type && a.param === b.param && sameHeld(a.held, b.held);

const sameHeld = (a: Held, b: Held): boolean =>
  a.mixed || b.mixed ? a.mixed === b.mixed : a.value === b.value;

/** Drawn again only when its own value changes: a letter in one field leaves the others alone. */
const ParamField = memo(function ParamField({ ids, type, param, held }: ParamFieldProps) {
  const Field = fields[param.hint.control];
  const [only] = ids;
  return (
    <div className="min-w-0">
      <Field
        ids={ids}
        type={type}
        param={param}
        held={held}
        change={(value) => {
          if (!param.takes(value)) return false;
          changeParam(ids, type, param.name, value);
          return true;
        }}
      />
      {ids.length === 1 && only !== undefined && <FieldProblems id={only} field={param.name} />}
    </div>
  );
}, sameField);
