import { useWords } from "../locales/useWords.ts";
import { typeAbout } from "./words.ts";

/** A node of a newer version: kept, shown as such and saved back. */
export function UnknownBody({ type }: { readonly type: string }) {
  useWords("nodes");
  return (
    <p
      className="board-node-text"
      data-empty
      title={typeAbout(type)}
      style={{ WebkitLineClamp: 2 }}
    >
      {typeAbout(type)}
    </p>
  );
}
