import { addNode, connect } from "../../shared/board/edits.ts";
import { emptyBoard } from "../../shared/board/empty.ts";
import { countedIds } from "../../shared/board/ids.ts";
import type { Board, NodeId } from "../../shared/board/schema.ts";
import { compile } from "../../shared/compile/compile.ts";
import type { CompiledScene, Fix, Problem } from "../../shared/compile/compiled.ts";
import { profiles } from "../../shared/models/profiles.ts";
import type { NodeType } from "../../shared/nodes/registry.ts";

type Params = Readonly<Record<string, unknown>>;

/** One scene and what is wired into it; what is not said is not there. */
export interface Telling {
  readonly shots?: readonly Params[];
  readonly scene?: Params;
  readonly settings?: Params;
  readonly prompts?: readonly string[];
  readonly negatives?: readonly string[];
  readonly startImage?: string;
  readonly endImage?: string;
  readonly elements?: readonly Params[];
}

export interface Story {
  readonly board: Board;
  readonly scene: NodeId;
  readonly settings: NodeId;
  readonly shots: readonly NodeId[];
  readonly prompts: readonly NodeId[];
  readonly elements: readonly NodeId[];
  readonly startImage: NodeId;
}

/** A board as a user would have made it, edit by edit. */
export function story(telling: Telling): Story {
  const ids = countedIds();
  let board = emptyBoard("Story");
  let y = 0;
  const add = (type: NodeType, params: Params = {}): NodeId => {
    const id = ids.node();
    const after = addNode(board, { id, type, params, at: { x: 0, y: (y += 100) } });
    if (after === board) throw new Error(`No such ${type}: ${JSON.stringify(params)}`);
    board = after;
    return id;
  };
  const wire = (from: NodeId, output: string, to: NodeId, input: string): void => {
    const after = connect(
      board,
      ids.edge(),
      { node: from, port: output },
      { node: to, port: input },
    );
    if (after === board) throw new Error(`${output} does not go into ${input}`);
    board = after;
  };

  const scene = add("scene", { summary: "A day at the harbour.", ...telling.scene });
  const settings = add("settings", telling.settings);
  if (telling.settings) wire(settings, "settings", scene, "settings");
  const shots = (telling.shots ?? []).map((params) => add("shot", { prompt: "Waves.", ...params }));
  for (const [i, shot] of shots.entries()) {
    const next = shots[i + 1];
    if (next === undefined) wire(shot, "shots", scene, "shots");
    else wire(shot, "shots", next, "previous");
  }
  const written = (texts: readonly string[] | undefined, port: string): NodeId[] =>
    (texts ?? []).map((text) => {
      const prompt = add("prompt", { text });
      wire(prompt, "text", scene, port);
      return prompt;
    });
  const prompts = written(telling.prompts, "prompt");
  written(telling.negatives, "negative");
  const image = (picture: string | undefined, port: string): NodeId => {
    const id = add("image", { picture: picture ?? "" });
    if (picture !== undefined) wire(id, "image", scene, port);
    return id;
  };
  const startImage = image(telling.startImage, "startImage");
  image(telling.endImage, "endImage");
  const elements = (telling.elements ?? []).map((params) => add("element", params));
  return { board, scene, settings, shots, prompts, elements, startImage };
}

export function sceneOf({ board, scene }: Pick<Story, "board" | "scene">): CompiledScene {
  const compiled = compile(board, profiles).scenes.get(scene);
  if (compiled === undefined) throw new Error("The scene is not compiled");
  return compiled;
}

export const inputsOf = (told: Pick<Story, "board" | "scene">) =>
  sceneOf(told).parts.map((part) => part.input);

export const problemsOf = ({ board }: Pick<Story, "board">): readonly Problem[] =>
  compile(board, profiles).problems;

export const codesOf = (told: Pick<Story, "board">): string[] =>
  problemsOf(told).map((problem) => problem.code);

export function problemOf(told: Pick<Story, "board">, code: string): Problem {
  const found = problemsOf(told).find((problem) => problem.code === code);
  if (found === undefined) throw new Error(`No ${code} among ${codesOf(told).join(", ")}`);
  return found;
}

function fixOf(found: Problem, code: string): Fix {
  const fix = found.fixes.find((candidate) => candidate.code === code);
  if (fix === undefined) throw new Error(`${found.code} has no fix ${code}`);
  return fix;
}

/** The story after one click on a fix. */
export const fixed = <S extends Pick<Story, "board">>(
  told: S,
  problem: string,
  fix: string,
): S => ({
  ...told,
  board: fixOf(problemOf(told, problem), fix).apply(told.board),
});
