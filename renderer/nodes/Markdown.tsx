import "./markdown.css";
import { ImageOff } from "lucide-react";
import { createContext, use, useDeferredValue, type ReactElement, type ReactNode } from "react";
import ReactMarkdown, { type Components, type ExtraProps, type Options } from "react-markdown";
import remarkGfm from "remark-gfm";
import { setParam } from "../../shared/board/edits.ts";
import { nodeOf } from "../../shared/board/graph.ts";
import type { NodeId } from "../../shared/board/schema.ts";
import { outsideAddressSchema } from "../../shared/ipc/contract.ts";
import { isNode } from "../../shared/nodes/registry.ts";
import { attempt } from "../app/notices.ts";
import { call } from "../bridge/call.ts";
import { nameOf } from "../canvas/commands.ts";
import { useWords } from "../locales/useWords.ts";
import { edit } from "../stores/boardStore.ts";
import { tickTask } from "./task.ts";

/** The note whose text is shown: what is made of a text once is shown in every note that has it. */
const Note = createContext<NodeId | null>(null);
/** Where the nearest list item begins in the text, and what it says. */
const Item = createContext({ at: 0, words: "" });

interface MarkdownProps {
  readonly id: NodeId;
  readonly text: string;
}

/**
 * The text of a note as Markdown. HTML is shown as it is written, nothing is fetched, and a link is one only when it
 * leads to the web or to a mail. While the text is being typed elsewhere, the typing goes first.
 */
export function Markdown({ id, text }: MarkdownProps): ReactNode {
  const settled = useDeferredValue(text);
  return <Note value={id}>{elementsOf(settled)}</Note>;
}

/** What was read lately: a note that scrolls into view again is not read again. */
const read = new Map<string, ReactElement>();
const mostRead = 100;

function elementsOf(text: string): ReactElement {
  const known = read.get(text);
  if (known !== undefined) return known;
  const made = ReactMarkdown({ ...options, children: text });
  const [oldest] = read.keys();
  if (oldest !== undefined && read.size >= mostRead) read.delete(oldest);
  read.set(text, made);
  return made;
}

const components: Components = {
  // The first level is the window's own.
  h1: "h2",
  h2: "h3",
  h3: "h4",
  h4: "h5",
  h5: "h6",
  a: ({ href, children }) => <OutsideLink address={href ?? ""}>{children}</OutsideLink>,
  img: ({ alt }) => <Picture words={alt ?? ""} />,
  li: ({ node, children, className }) => (
    <Item value={{ at: node?.position?.start.offset ?? 0, words: node ? wordsOf(node) : "" }}>
      <li className={className}>{children}</li>
    </Item>
  ),
  input: ({ checked }) => <Task done={checked === true} />,
};

const options: Options = {
  components,
  remarkPlugins: [remarkGfm],
  urlTransform: (address) => outsideAddressSchema.safeParse(address).data ?? "",
};

type Element = NonNullable<ExtraProps["node"]>;

/** What an item says itself, without the list in it. */
function wordsOf({ children }: Element): string {
  const said = (child: Element["children"][number]): string => {
    if (child.type === "text") return child.value;
    return child.type === "element" && !["ul", "ol"].includes(child.tagName) ? wordsOf(child) : "";
  };
  return children.map(said).join("").trim();
}

interface LinkProps {
  /** Empty when it leads nowhere that a note may lead. */
  readonly address: string;
  readonly children: ReactNode;
}

function OutsideLink({ address, children }: LinkProps) {
  if (address === "") return <span>{children}</span>;
  return (
    <a
      className="nodrag"
      href={address}
      title={address}
      rel="noreferrer"
      target="_blank"
      draggable={false}
      onClick={(event) => {
        event.preventDefault();
        void attempt(() => call("app.openAddress", { address }));
      }}
    >
      {children}
    </a>
  );
}

/** Looking at a note must not tell anybody that it was looked at. */
function Picture({ words }: { readonly words: string }) {
  const { t } = useWords("canvas");
  return (
    <span className="markdown-picture">
      <ImageOff size={12} strokeWidth={1.75} aria-hidden />
      {words === "" ? t("notePicture") : words}
    </span>
  );
}

function Task({ done }: { readonly done: boolean }) {
  const id = use(Note);
  const { at, words } = use(Item);
  return (
    <input
      type="checkbox"
      className="nodrag nopan"
      aria-label={words}
      checked={done}
      onChange={() => id !== null && tick(id, at)}
    />
  );
}

const tick = (id: NodeId, at: number): void =>
  edit({ key: "write", values: { name: nameOf(id) } }, (board) => {
    const node = nodeOf(board, id);
    return isNode(node, "note")
      ? setParam(board, id, "text", tickTask(node.params.text, at))
      : board;
  });
