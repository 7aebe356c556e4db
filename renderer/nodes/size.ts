import type { Placement } from "../../shared/board/schema.ts";
import type { InputPort, PortKind } from "../../shared/nodes/ports.ts";
import { isNodeType, nodeDefinitions, type NodeType } from "../../shared/nodes/registry.ts";

/**
 * How large the face of a node is and where its ports sit, known from its type and params alone: nothing on the canvas
 * is measured, so a node costs nothing until it is in view. All lengths are canvas px.
 */

export type AspectRatio = "16:9" | "9:16" | "1:1";

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface PortPlace {
  readonly name: string;
  readonly side: "input" | "output";
  /** Undefined for a port that this version does not know, and for one that takes any. */
  readonly kind: PortKind | undefined;
  /** Takes several edges. */
  readonly many: boolean;
  /** Of its centre, from the top of the node. */
  readonly y: number;
}

export const headerHeight = 32;
export const padding = 10;
export const lineHeight = 17;
const chipHeight = 20;
const gap = 8;
export const portSize = 12;
/** A line under a scene's picture for its job, and one for its progress or its buttons. */
export const jobHeight = 52;

export const shotWidth = 240;
export const sceneWidth = 260;
export const textWidth = 220;
const joinWidth = 160;
const noteWidth = 220;
/** A note without a size of its own is as high as its text, within these. */
const noteHeights = { least: 120, most: 420 };
const frameSize: Size = { width: 560, height: 400 };
/** What a hand hits well; the dot in its middle is smaller. */
const rerouteSize: Size = { width: 24, height: 24 };
/** Of what a user gives a size: room for a name and a line. */
export const leastSize: Size = { width: 120, height: headerHeight + 40 };
/** Types that a user gives a size. */
const resizable: ReadonlySet<string> = new Set<NodeType>(["note", "frame"]);
export const isResizable = (type: string): boolean => resizable.has(type);

/** Shots and scenes that stand at the same height are joined by straight lines. */
const chainY = 88;
const firstY = 52;
const stepY = 24;

/** The ground of a panel: as wide as the face, with the picture in its middle. */
export function frameOf(width: number, aspect: AspectRatio): { ground: Size; picture: Size } {
  const inner = width - 2 * padding;
  const height = { "16:9": Math.round((inner * 9) / 16), "9:16": 214, "1:1": 160 }[aspect];
  const [across, down] = { "16:9": [16, 9], "9:16": [9, 16], "1:1": [1, 1] }[aspect] as [
    number,
    number,
  ];
  return {
    ground: { width: inner, height },
    picture: { width: Math.min(inner, Math.round((height * across) / down)), height },
  };
}

/** About how wide a character of Inter is at 12 px; exact enough to know where a line ends. */
function charWidth(char: string): number {
  if (/[\s.,:;'’!|iljIf()[\]-]/.test(char)) return 3.4;
  if (/[mwMW@%—]/.test(char)) return 10;
  if (/[A-ZÀ-Ý0-9_?&]/.test(char)) return 7.7;
  // Ideographs and the like are as wide as they are high.
  return char.charCodeAt(0) > 0x2e80 ? 12 : 6.4;
}

function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += charWidth(char);
  return width;
}

/** About how many lines a text takes at 12 px; the face shows that many and cuts off the rest. */
export function linesOf(text: string, width: number, min: number, max: number): number {
  let lines = 0;
  for (const paragraph of text.split("\n", max)) {
    let left = width;
    lines += 1;
    for (const word of paragraph.match(/\S+\s*/g) ?? []) {
      const wide = widthOf(word.trimEnd());
      if (wide > left && left < width) {
        lines += 1;
        left = width;
      }
      // A word longer than a line is broken.
      lines += Math.floor(wide / (width + 1));
      left -= widthOf(word) % (width + 1);
      if (lines >= max) return max;
    }
  }
  return Math.max(min, lines);
}

const body = (height: number): number => headerHeight + padding + height + padding;
const textOf = (params: { readonly [field: string]: unknown }, field: string): string => {
  const text = params[field];
  return typeof text === "string" ? text : "";
};

/** Lines of text that a prompt's face shows. */
export const promptLines = (text: string): number => linesOf(text, textWidth - 2 * padding, 2, 5);
/** About how high a note's Markdown is; no more is counted than the highest note has room for. */
function noteTextHeight(text: string, width: number): number {
  const room = width - 2 * padding;
  let height = 0;
  for (const line of text.split("\n", noteHeights.most / gap)) {
    const heading = /^#{1,6}\s/.test(line);
    const item = /^\s*([-*+]|\d+[.)])\s/.test(line);
    // A heading's letters are wider, an item stands behind its mark, and what stands between texts is half a line.
    const across = heading ? room / 1.2 : item ? room - 20 : room;
    if (line.trim() === "") height += gap;
    else height += linesOf(line, across, 1, 30) * (heading ? 22 : lineHeight) + (item ? 3 : 0);
    if (height > noteHeights.most) break;
  }
  return height;
}

/** Whether a note's face of that size cannot show all of its text at once. */
export const isCutOff = (text: string, { width, height }: Size): boolean =>
  body(noteTextHeight(text, width)) > height;

export const elementLines = 3;
export const shotLines = 3;

type Params = { readonly [field: string]: unknown };

const sizes: { readonly [T in NodeType]: (params: Params, aspect: AspectRatio) => Size } = {
  shot: (_params, aspect) => ({
    width: shotWidth,
    height: body(
      frameOf(shotWidth, aspect).ground.height + gap + shotLines * lineHeight + gap + chipHeight,
    ),
  }),
  prompt: (params) => ({
    width: textWidth,
    height: body(promptLines(textOf(params, "text")) * lineHeight),
  }),
  element: () => ({ width: textWidth, height: body(elementLines * lineHeight) }),
  join: () => ({ width: joinWidth, height: body(chipHeight) }),
  settings: () => ({
    width: textWidth,
    height: body(lineHeight + gap + chipHeight),
  }),
  image: () => ({
    width: textWidth,
    height: body(frameOf(textWidth, "16:9").ground.height),
  }),
  scene: (_params, aspect) => ({
    width: sceneWidth,
    height: body(frameOf(sceneWidth, aspect).ground.height + gap + jobHeight + gap + chipHeight),
  }),
  note: (params) => ({
    width: noteWidth,
    height: Math.min(
      noteHeights.most,
      Math.max(noteHeights.least, body(noteTextHeight(textOf(params, "text"), noteWidth))),
    ),
  }),
  frame: () => frameSize,
  reroute: () => rerouteSize,
};

/** The size that the user gave a note or a frame wins; a collapsed node is its header. */
export function sizeOf(
  node: { readonly type: string; readonly params: Params },
  aspect: AspectRatio,
  placement: Pick<Placement, "w" | "h" | "collapsed"> | undefined,
): Size {
  const own = isNodeType(node.type)
    ? sizes[node.type](node.params, aspect)
    : { width: textWidth, height: body(2 * lineHeight) };
  if (placement?.collapsed === true) return { width: own.width, height: headerHeight };
  if (!resizable.has(node.type)) return own;
  return { width: placement?.w ?? own.width, height: placement?.h ?? own.height };
}

const firstYs: { readonly [T in NodeType]?: number } = {
  shot: chainY,
  scene: chainY,
  reroute: rerouteSize.height / 2,
};

function placesOf(type: NodeType): readonly PortPlace[] {
  const definition = nodeDefinitions[type];
  const first = firstYs[type] ?? firstY;
  const place = (side: PortPlace["side"], ports: { readonly [name: string]: InputPort }) =>
    Object.entries(ports).map(([name, port], i): PortPlace => ({
      name,
      side,
      kind: port.kind === "any" ? undefined : port.kind,
      many: port.many === true,
      y: first + i * stepY,
    }));
  return [...place("input", definition.inputs), ...place("output", definition.outputs)];
}

const places = Object.fromEntries(
  Object.keys(nodeDefinitions).map((type) => [type, isNodeType(type) ? placesOf(type) : []]),
);
const none: readonly PortPlace[] = [];

/** The ports of a type, inputs first. The same array for the same type. */
export const portsOf = (type: string): readonly PortPlace[] =>
  (Object.hasOwn(places, type) ? places[type] : undefined) ?? none;

/** Where a port stands on a node that may be collapsed. */
export const portY = (port: PortPlace, collapsed: boolean): number =>
  collapsed ? headerHeight / 2 : port.y;
