import { useStore, type NodeProps } from "@xyflow/react";
import { CircleAlert, CircleSlash2, Pin, Redo2, TriangleAlert } from "lucide-react";
import { memo, type ReactNode } from "react";
import { useWords } from "../locales/useWords.ts";
import type { BoardNode, NodeId } from "../../shared/board/schema.ts";
import { definitionOf, isNodeType } from "../../shared/nodes/registry.ts";
import type { Problem } from "../../shared/compile/compiled.ts";
import type { FlowNode } from "../canvas/flowOf.ts";
import { activeBoard, useBoards } from "../stores/boardStore.ts";
import { useProblemsOf } from "../stores/compiled.ts";
import { useView } from "../stores/viewStore.ts";
import { classes } from "../ui/classes.ts";
import { problemSentence } from "./problemSentence.ts";
import { faces } from "./faces.tsx";
import { Ports } from "./Ports.tsx";
import type { PortPlace } from "./size.ts";
import { Title } from "./Title.tsx";
import { UnknownBody } from "./UnknownBody.tsx";
import { useNode } from "./useNode.ts";

/** Below this zoom nobody can read a node: it shows its mark, its number and its picture only. */
const farZoom = 0.38;

/**
 * A node on the canvas: header, ports and what is wrong with it; the body comes from `faces.tsx`. Drawn again only when
 * the node changes: not while it is dragged, and a selected one differs by React Flow's own class alone.
 */
export const NodeView = memo(function NodeView({ id: nodeId, data }: NodeProps<FlowNode>) {
  // React Flow's ids are those of the board's own nodes.
  const id = nodeId as NodeId;
  const node = useNode(id);
  const placement = useBoards((state) => activeBoard(state)?.layout[id]);
  const pointed = useView((view) => view.pointedAt?.nodeId === id);
  const far = useStore((state) => state.transform[2] < farZoom);
  if (node === undefined) return null;
  const kind = definitionOf(node)?.color ?? "neutral";
  const { collapsed = false, pinned = false, color } = placement ?? {};
  return (
    <div
      className={classes("board-node", `kind-${kind}`)}
      data-pointed={pointed || undefined}
      data-mode={node.mode}
      data-far={far || undefined}
      data-type={node.type}
      data-tinted={color !== undefined || undefined}
      style={color === undefined ? undefined : { ["--tint" as string]: color }}
    >
      <Inside {...{ id, node, collapsed, pinned, far }} extra={data.extra} />
    </div>
  );
}, sameFace);

interface InsideProps {
  readonly id: NodeId;
  readonly node: BoardNode;
  readonly collapsed: boolean;
  readonly pinned: boolean;
  readonly far: boolean;
  readonly extra: readonly PortPlace[] | undefined;
}

/** Apart from the node's outline, which changes with every move of the pointer from node to node. */
const Inside = memo(function Inside({ id, node, collapsed, pinned, far, extra }: InsideProps) {
  const problems = useProblemsOf(id);
  const worst = gravest(problems);
  const face = isNodeType(node.type) && node.type !== "reroute" ? faces[node.type] : undefined;
  return (
    <>
      <header className="board-node-header">
        <span className="board-node-mark" />
        <Title id={id} node={node} />
        {pinned && <PinMark />}
        {node.mode !== undefined && <ModeMark mode={node.mode} />}
        {worst !== undefined && <ProblemMark worst={worst} problems={problems} />}
        {face?.Meta !== undefined && !far && <face.Meta id={id} />}
      </header>
      {!collapsed && (
        <div className="board-node-body">
          {face === undefined ? <UnknownBody type={node.type} /> : <face.Body id={id} far={far} />}
        </div>
      )}
      <Ports {...{ id, extra, collapsed, far }} type={node.type} />
      {worst !== undefined && !far && <ProblemLine worst={worst} />}
    </>
  );
});

/** Positions change all through a drag, and none of a face depends on them. */
function sameFace(a: NodeProps<FlowNode>, b: NodeProps<FlowNode>): boolean {
  return a.id === b.id && a.data === b.data;
}

function PinMark(): ReactNode {
  const { t } = useWords("canvas");
  return (
    <span className="board-node-mode" title={t("pinnedAbout")}>
      <Pin size={12} strokeWidth={1.75} aria-hidden />
    </span>
  );
}

function ModeMark({ mode }: { readonly mode: "bypassed" | "muted" }): ReactNode {
  const { t } = useWords("canvas");
  const Icon = mode === "muted" ? CircleSlash2 : Redo2;
  return (
    <span className="board-node-mode" title={t(`modeAbout.${mode}`)}>
      <Icon size={12} strokeWidth={1.75} aria-hidden />
      {t(`mode.${mode}`)}
    </span>
  );
}

const gravest = (problems: readonly Problem[]): Problem | undefined =>
  problems.find(({ severity }) => severity === "error") ??
  problems.find(({ severity }) => severity === "warning");

const counted = (problems: readonly Problem[]): number =>
  problems.filter(({ severity }) => severity !== "hint").length;

interface ProblemMarkProps {
  readonly worst: Problem;
  readonly problems: readonly Problem[];
}

function ProblemMark({ worst, problems }: ProblemMarkProps): ReactNode {
  const { t } = useWords("canvas");
  const count = counted(problems);
  const Icon = worst.severity === "error" ? CircleAlert : TriangleAlert;
  return (
    <span
      role="img"
      className="board-node-problems"
      data-severity={worst.severity}
      aria-label={t(`problems.${worst.severity === "error" ? "error" : "warning"}`, { count })}
      title={problems.map(problemSentence).join("\n")}
    >
      <Icon size={13} strokeWidth={2} aria-hidden />
      {count > 1 && count}
    </span>
  );
}

/** The gravest problem as a sentence, hanging under the node so that the node keeps its size. */
function ProblemLine({ worst }: { readonly worst: Problem }): ReactNode {
  return (
    <p className="board-node-sentence" data-severity={worst.severity}>
      <span>{problemSentence(worst)}</span>
    </p>
  );
}
