import { readBoard } from "../../shared/board/parse.ts";
import type { Board } from "../../shared/board/schema.ts";

/** A board with one scene and, before it, a chain of shots of these seconds. */
export function boardOfShots(title: string, seconds: readonly number[]): Board {
  const shots = seconds.map((length, index) => ({
    id: `shot${index}`,
    node: {
      type: "shot",
      params: { prompt: `Shot ${index + 1}: a kite over the dunes`, seconds: length },
    },
  }));
  const chain = shots.map(({ id }, index) => {
    const next = shots[index + 1];
    return {
      from: { node: id, port: "shots" },
      to: next ? { node: next.id, port: "previous" } : { node: "scene", port: "shots" },
    };
  });
  const reading = readBoard({
    format: "shotgraph",
    formatVersion: 1,
    title,
    nodes: {
      ...Object.fromEntries(shots.map(({ id, node }) => [id, node])),
      scene: { type: "scene", params: { summary: "A kite is flown by the sea" } },
    },
    edges: Object.fromEntries(chain.map((edge, index) => [`edge${index}`, edge])),
    layout: {},
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.failure));
  return reading.board;
}
