import type { AfarProps, FaceProps } from "./face.ts";
import { promptLines } from "./size.ts";
import { TextOnFace } from "./TextOnFace.tsx";
import { useParams } from "./useNode.ts";
import { Writing } from "./Writing.tsx";

export function PromptBody({ id }: FaceProps) {
  const text = useParams(id, "prompt")?.text;
  if (text === undefined) return null;
  const lines = promptLines(text);
  return <TextOnFace {...{ id, text, lines }} type="prompt" field="text" linesOf={promptLines} />;
}

export function PromptAfar({ id }: AfarProps) {
  const text = useParams(id, "prompt")?.text;
  return text === undefined || text === "" ? null : <Writing />;
}
