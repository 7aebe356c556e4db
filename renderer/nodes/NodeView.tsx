import "./node.css";
import "./faces.css";
import "./afar.css";
import { CircleAlert, CircleSlash2, Pin, Redo2, TriangleAlert, Unlink } from "lucide-react";
import { memo, type ReactNode } from "react";
import { useWords } from "../locales/useWords.ts";
import type { BoardNode, NodeId } from "../../shared/board/schema.ts";
import { definitionOf, isNodeType } from "../../shared/nodes/registry.ts";
import type { Problem } from "../../shared/compile/compiled.ts";
import type { FaceProps } from "../canvas/flowOf.ts";
import { useCanvas } from "../canvas/canvasStore.ts";
import { activeBoard, useBoards } from "../stores/boardStore.ts";
import { useProblemsOf } from "../stores/compiled.ts";
import { useView } from "../stores/viewStore.ts";
import { classes } from "../ui/classes.ts";
import { problemSentence } from "./problemSentence.ts";
import { useDistance } from "./distance.ts";
import { faces, type Face } from "./faces.tsx";
import { useFact } from "./facts.ts";
import { Ports } from "./Ports.tsx";
import { Title } from "./Title.tsx";
import { UnknownBody } from "./UnknownBody.tsx";
import { useNode } from "./useNode.ts";

/**
 * A node on the canvas: header, ports and what is wrong with it; the body comes from `faces.tsx`. Drawn again only when
 * the node changes: not while it is dragged, and a selected one differs by React Flow's own class alone.
 */
export const NodeView = memo(function NodeView({ id: drawn, data }: FaceProps) {
  const id = drawn as NodeId;
  const node = useNode(id);
  const placement = useBoards((state) => activeBoard(state)?.layout[id]);
  const pointed = useView((view) => view.pointedAt?.nodeId === id);
  const distance = useDistance();
  // What is written in is there as a whole from any distance.
  const writing = useCanvas((state) => state.renaming === id || state.writing === id);
  if (node === undefined) return null;
  const kind = definitionOf(node)?.color ?? "neutral";
  const { collapsed = false, pinned = false, color } = placement ?? {};
  const far = distance !== "near" && !writing;
  return (
    <div
      className={classes("board-node nokey", `kind-${kind}`)}
      data-pointed={pointed || undefined}
      data-mode={node.mode}
      data-far={far || undefined}
      data-type={node.type}
      data-tinted={color !== undefined || undefined}
      style={color === undefined ? undefined : { ["--tint" as string]: color }}
    >
      {far ? (
        <Afar {...{ id, node, collapsed }} legible={distance === "far"} />
      ) : (
        <Inside {...{ id, node, collapsed, pinned }} />
      )}
      <Ports {...{ id, collapsed, far }} type={node.type} extra={data.extra} />
    </div>
  );
}, sameFace);

interface InsideProps {
  readonly id: NodeId;
  readonly node: BoardNode;
  readonly collapsed: boolean;
  readonly pinned: boolean;
}

/** Apart from the node's outline, which changes with every move of the pointer from node to node. */
const Inside = memo(function Inside({ id, node, collapsed, pinned }: InsideProps) {
  const problems = useProblemsOf(id);
  const worst = gravest(problems);
  const face = faceOf(node);
  return (
    <>
      <header className="board-node-header">
        <span className="board-node-mark" />
        <Title id={id} node={node} />
        {pinned && <PinMark />}
        {node.mode !== undefined && <ModeMark mode={node.mode} />}
        {node.mode === undefined && node.type === "shot" && <CutMark id={id} />}
        {worst !== undefined && <ProblemMark worst={worst} problems={problems} />}
        {face?.Meta !== undefined && <face.Meta id={id} />}
      </header>
      {!collapsed && (
        <div className="board-node-body">
          {face === undefined ? <UnknownBody type={node.type} /> : <face.Body id={id} />}
        </div>
      )}
      {worst !== undefined && <ProblemLine worst={worst} />}
    </>
  );
});

interface OutlineProps extends Omit<InsideProps, "pinned"> {
  /** Large figures and names can be read. */
  readonly legible: boolean;
}

/** What can be made out of a node from far away; the rest would cost every gesture and say nothing. */
const Afar = memo(function Afar({ id, node, collapsed, legible }: OutlineProps) {
  const problems = useProblemsOf(id);
  const worst = gravest(problems);
  const Face = collapsed ? undefined : faceOf(node)?.Afar;
  return (
    <>
      {worst !== undefined && <Alarm worst={worst} problems={problems} />}
      {Face !== undefined && <Face id={id} legible={legible} />}
    </>
  );
});

const faceOf = ({ type }: BoardNode): Face | undefined =>
  isNodeType(type) && type !== "reroute" ? faces[type] : undefined;

/** Positions change all through a drag, and none of a face depends on them. */
function sameFace(a: FaceProps, b: FaceProps): boolean {
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

/** Of a shot that is on and yet in no scene. */
function CutMark({ id }: { readonly id: NodeId }): ReactNode {
  const { t } = useWords("canvas");
  if (useFact(id)?.counts !== false) return null;
  return (
    <span className="board-node-mode" title={t("cutOffAbout")}>
      <Unlink size={12} strokeWidth={1.75} aria-hidden />
      {t("cutOff")}
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

/** How many problems a mark stands for, to listen to, and what they are, to point at. */
function useSaid({ worst, problems }: ProblemMarkProps) {
  const { t } = useWords("canvas");
  const kind = worst.severity === "error" ? "error" : "warning";
  return {
    role: "img",
    "aria-label": t(`problems.${kind}`, { count: counted(problems) }),
    title: problems.map(problemSentence).join("\n"),
    "data-severity": worst.severity,
  };
}

function ProblemMark(props: ProblemMarkProps): ReactNode {
  const { worst, problems } = props;
  const said = useSaid(props);
  const count = counted(problems);
  const Icon = worst.severity === "error" ? CircleAlert : TriangleAlert;
  return (
    <span className="board-node-problems" {...said}>
      <Icon size={13} strokeWidth={2} aria-hidden />
      {count > 1 && count}
    </span>
  );
}

/** Around the whole node: from far away no smaller mark is seen. */
function Alarm(props: ProblemMarkProps): ReactNode {
  return <span className="afar-alarm" {...useSaid(props)} />;
}

/** The gravest problem as a sentence, hanging under the node so that the node keeps its size. */
function ProblemLine({ worst }: { readonly worst: Problem }): ReactNode {
  return (
    <p className="board-node-sentence" data-severity={worst.severity}>
      <span>{problemSentence(worst)}</span>
    </p>
  );
}
