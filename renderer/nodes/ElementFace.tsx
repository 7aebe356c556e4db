import { useWords } from "../locales/useWords.ts";
import type { NodeId } from "../../shared/board/schema.ts";
import type { AfarProps, FaceProps } from "./face.ts";
import { elementLines } from "./size.ts";
import { TextOnFace } from "./TextOnFace.tsx";
import { useParams } from "./useNode.ts";
import { Writing } from "./Writing.tsx";
import { choiceName } from "./words.ts";

export function ElementBody({ id }: FaceProps) {
  const params = useParams(id, "element");
  if (params === undefined) return null;
  return (
    <div className="flex gap-2">
      {params.picture !== "" && (
        <img
          className="board-node-thumb"
          src={params.picture}
          alt=""
          draggable={false}
          loading="lazy"
          decoding="async"
        />
      )}
      <div className="min-w-0 flex-1">
        <TextOnFace
          id={id}
          type="element"
          field="description"
          text={params.description}
          lines={elementLines}
        />
      </div>
    </div>
  );
}

export function ElementAfar({ id }: AfarProps) {
  const params = useParams(id, "element");
  if (params === undefined) return null;
  if (params.picture === "") return params.description === "" ? null : <Writing />;
  return (
    <img className="afar-picture" src={params.picture} alt="" draggable={false} decoding="async" />
  );
}

export function ElementMeta({ id }: { readonly id: NodeId }) {
  useWords("nodes");
  const params = useParams(id, "element");
  if (params === undefined) return null;
  return (
    <span className="board-node-meta" title={choiceName("element", "kind", params.kind)}>
      {params.name === "" ? choiceName("element", "kind", params.kind) : `@${params.name}`}
    </span>
  );
}
