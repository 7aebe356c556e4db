import "@xyflow/react/dist/style.css";
import "./bare.css";
import {
  Background,
  Position,
  ReactFlow,
  useEdgesState,
  useNodesState,
  type Edge,
} from "@xyflow/react";
import { useEffect, useRef } from "react";
import { createRoot } from "react-dom/client";
import { BareNode, type FlowNode } from "./BareNode.tsx";
import { viewOf, type BareScene, type BareView } from "./scene.ts";

/** React Flow by itself in its fastest form, with the least that makes it an editor: select all, and undo of moves. */

const nodeTypes = { bare: BareNode };

interface BareProps {
  readonly view: BareView;
  readonly nodes: FlowNode[];
  readonly edges: Edge[];
}

function Bare({ view, nodes: firstNodes, edges: firstEdges }: BareProps) {
  const [nodes, setNodes, onNodesChange] = useNodesState(firstNodes);
  const [edges, , onEdgesChange] = useEdgesState(firstEdges);
  const past = useRef<FlowNode[][]>([]);
  useEffect(() => {
    const ended = new AbortController();
    const onKey = (event: KeyboardEvent): void => {
      if (!event.ctrlKey) return;
      if (event.key === "z") {
        event.preventDefault();
        const before = past.current.pop();
        if (before !== undefined) setNodes(before);
      }
      if (event.key === "a") {
        event.preventDefault();
        setNodes((now) => now.map((node) => (node.selected ? node : { ...node, selected: true })));
      }
    };
    document.addEventListener("keydown", onKey, { signal: ended.signal });
    return () => ended.abort();
  }, [setNodes]);
  const write = (id: string): void =>
    setNodes((now) =>
      now.map((node) =>
        node.id === id ? { ...node, data: { ...node.data, writing: true } } : node,
      ),
    );
  const keep = (): void => void past.current.push(nodes);
  return (
    <div style={{ width: view.width, height: view.height }}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onNodeDragStart={keep}
        onNodeDoubleClick={(_event, { id }) => write(id)}
        onSelectionDragStart={keep}
        onlyRenderVisibleElements={view.culled}
        defaultViewport={view}
        minZoom={0.05}
        maxZoom={2.5}
        deleteKeyCode={null}
        zoomOnDoubleClick={false}
        disableKeyboardA11y
      >
        <Background gap={22} size={1.4} />
      </ReactFlow>
    </div>
  );
}

const scene = (await (await fetch("./board.json")).json()) as BareScene;
const nodes = scene.nodes.map(({ data, handles, ...node }): FlowNode => ({
  ...node,
  position: { ...node.position },
  type: "bare",
  measured: { width: node.width, height: node.height },
  handles: handles.map((port) => ({
    ...port,
    position: port.type === "target" ? Position.Left : Position.Right,
  })),
  data: { ...data, ports: handles, writing: false },
}));
const root = document.querySelector("#root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(
  <Bare view={viewOf(location.search)} nodes={nodes} edges={scene.edges.map((e) => ({ ...e }))} />,
);
