import type { FaceProps } from "./face.ts";
import { promptLines } from "./size.ts";
import { TextOnFace } from "./TextOnFace.tsx";
import { useParams } from "./useNode.ts";

export function PromptBody({ id, far }: FaceProps) {
  const text = useParams(id, "prompt")?.text;
  if (text === undefined || far) return null;
  const lines = promptLines(text);
  return <TextOnFace {...{ id, text, lines }} type="prompt" field="text" linesOf={promptLines} />;
}
