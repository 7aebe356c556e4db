import type { ParamsOf } from "../../nodes/registry.ts";
import { addNode, connect } from "../edits.ts";
import { emptyBoard } from "../empty.ts";
import { faceSizes, gap } from "../faces.ts";
import type { Ids } from "../ids.ts";
import type { Board, NodeId } from "../schema.ts";

/** One scene with its shots, and what they share. */
export interface Storyboard {
  readonly title: string;
  readonly elements: readonly Partial<ParamsOf<"element">>[];
  /** Wired into every shot. */
  readonly style: string;
  readonly negative: string;
  readonly settings: Partial<ParamsOf<"settings">>;
  readonly shots: readonly (Partial<ParamsOf<"shot">> & { readonly title: string })[];
  readonly scene: { readonly title: string; readonly summary: string };
}

const step = faceSizes.shot.w + gap;
/** Where the row of shots begins: wires from what they share need the room. */
const firstShot = faceSizes.element.w + 2 * gap;
const underShots = faceSizes.shot.h + gap;

/** Lays a storyboard out from left to right: what is shared, the shots in a row, the scene. */
export function storyboard(ids: Ids, spec: Storyboard): Board {
  let board = emptyBoard(spec.title);
  const add = (
    type: Parameters<typeof addNode>[1]["type"],
    x: number,
    y: number,
    params: { readonly [field: string]: unknown },
    title = "",
  ): NodeId => {
    const id = ids.node();
    board = addNode(board, { id, type, params, title, at: { x, y } });
    return id;
  };
  const wire = (from: NodeId, output: string, to: NodeId, input: string): void => {
    board = connect(board, ids.edge(), { node: from, port: output }, { node: to, port: input });
  };

  const rowOf = (i: number): number => i * (faceSizes.element.h + gap);
  for (const [i, element] of spec.elements.entries()) add("element", 0, rowOf(i), element);
  const style = add("prompt", 0, rowOf(spec.elements.length), { text: spec.style }, "Look");

  const sceneX = firstShot + spec.shots.length * step;
  const scene = add("scene", sceneX, 0, { summary: spec.scene.summary }, spec.scene.title);
  let previous: NodeId | undefined;
  for (const [i, { title, ...params }] of spec.shots.entries()) {
    const shot = add("shot", firstShot + i * step, 0, params, title);
    if (previous) wire(previous, "shots", shot, "previous");
    wire(style, "text", shot, "prompt");
    previous = shot;
  }
  if (previous) wire(previous, "shots", scene, "shots");

  const settings = add("settings", sceneX - step, underShots, spec.settings);
  wire(settings, "settings", scene, "settings");
  const below = underShots + faceSizes.settings.h + gap;
  const negative = add("prompt", sceneX - step, below, { text: spec.negative }, "Not wanted");
  wire(negative, "text", scene, "negative");
  return board;
}
