import { Handle, Position, useReactFlow, type Node, type NodeProps } from "@xyflow/react";
import { memo } from "react";
import type { BareData, BarePort } from "./scene.ts";

export type FlowNode = Node<
  BareData & { readonly ports: readonly BarePort[]; readonly writing: boolean },
  "bare"
>;

/** As many pieces as a node of the program has: a mark, a title, seconds, a picture with badges, a text, chips, ports. */
export const BareNode = memo(function BareNode({ id, data }: NodeProps<FlowNode>) {
  return (
    <div className="node">
      <header>
        <span className="mark" />
        <strong>{data.title}</strong>
        <span className="meta">{data.meta}</span>
      </header>
      <div className="body">
        {data.picture && (
          <div className="picture">
            {data.badges.map((badge) => (
              <span key={badge} className="badge">
                {badge}
              </span>
            ))}
          </div>
        )}
        {data.text !== "" && <Text id={id} text={data.text} writing={data.writing} />}
        {data.chips.map((chip) => (
          <span key={chip} className="chip">
            {chip}
          </span>
        ))}
      </div>
      {data.ports.map((port) => (
        <Handle
          key={`${port.type}-${port.id}`}
          id={port.id}
          type={port.type}
          position={port.type === "target" ? Position.Left : Position.Right}
          style={{ top: port.y + port.height / 2 }}
        />
      ))}
    </div>
  );
});

interface TextProps {
  readonly id: string;
  readonly text: string;
  readonly writing: boolean;
}

function Text({ id, text, writing }: TextProps) {
  const { updateNodeData } = useReactFlow<FlowNode>();
  if (!writing) return <p className="text">{text}</p>;
  return (
    <textarea
      className="nodrag nopan nowheel"
      aria-label="Text"
      value={text}
      ref={(area) => area?.focus({ preventScroll: true })}
      onChange={(event) => updateNodeData(id, { text: event.target.value })}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Escape") event.currentTarget.blur();
      }}
      onBlur={() => updateNodeData(id, { writing: false })}
    />
  );
}
