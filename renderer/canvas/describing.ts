import i18next from "i18next";
import { edgesFrom, edgesInto } from "../../shared/board/graph.ts";
import type { NodeId } from "../../shared/board/schema.ts";
import { jobWords } from "../library/jobWords.ts";
import { jobOfScene } from "../nodes/jobOfScene.ts";
import { useCompiled } from "../stores/compiled.ts";
import { useJobs } from "../stores/jobStore.ts";
import { useView } from "../stores/viewStore.ts";
import { boardNow, nameOf } from "./commands.ts";
import { nodeOver } from "./surface.ts";

/** What eyes see around a node, for who comes to it with a screen reader. Worked out then, for that node alone. */

/** Gives it to the node that has just been given the focus. */
export function describeFocused({ target }: Event): void {
  if (!(target instanceof Element) || !target.classList.contains("react-flow__node")) return;
  const id = nodeOver(target);
  if (id !== undefined) target.setAttribute("aria-description", describe(id));
}

/** More names than this, nobody keeps in mind. */
const most = 5;

function describe(id: NodeId): string {
  const board = boardNow();
  if (board === undefined) return "";
  const { t, language } = i18next;
  const list = new Intl.ListFormat(language);
  const wired = (key: "from" | "to", ids: readonly NodeId[]): readonly string[] => {
    const names = [...new Set(ids)].map(nameOf);
    if (names.length === 0) return [];
    const others = names.length - most;
    const said =
      others > 1
        ? [...names.slice(0, most), t("canvas:described.others", { count: others })]
        : names;
    return [t(`canvas:described.${key}`, { nodes: list.format(said) })];
  };
  const problems = useCompiled.getState().problems.filter(({ nodeId }) => nodeId === id).length;
  const job = jobOfScene(useJobs.getState().jobs, id);
  return [
    ...(useView.getState().selectedNodes.has(id) ? [t("canvas:described.selected")] : []),
    ...(job === undefined ? [] : [`${jobWords(job, 0, language).title}.`]),
    ...(problems > 0 ? [t("canvas:described.problems", { count: problems })] : []),
    ...wired(
      "from",
      edgesInto(board, id).map(({ edge }) => edge.from.node),
    ),
    ...wired(
      "to",
      edgesFrom(board, id).map(({ edge }) => edge.to.node),
    ),
  ].join(" ");
}
