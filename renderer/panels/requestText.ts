import type { Part, RequestInput, RequestSource } from "../../shared/compile/compiled.ts";
import { printCurl } from "../../shared/formats/curl.ts";
import type { Json, Source } from "../../shared/nodes/ports.ts";

/** A request as text, cut into pieces that know where on the board they come from. */

export type PieceKind = "mark" | "name" | "text" | "value" | "command";

export interface Piece {
  readonly text: string;
  readonly kind: PieceKind;
  /** Empty for what only the form of the text needs. A sum has one for each thing that is added up. */
  readonly sources: readonly Source[];
}

type Path = readonly (string | number)[];

const samePath = (a: Path, b: Path): boolean =>
  a.length === b.length && a.every((step, i) => step === b[i]);

/** Exactly `JSON.stringify(input, null, 2)`, in pieces. */
export function jsonPieces(
  input: RequestInput,
  sources: readonly RequestSource[],
): readonly Piece[] {
  const pieces: Piece[] = [];
  const say = (kind: PieceKind, text: string, from: readonly Source[] = []): void => {
    pieces.push({ kind, text, sources: from });
  };

  function write(value: Json | RequestInput, path: Path, indent: string): void {
    if (typeof value === "string") {
      pieces.push(
        ...stringPieces(
          value,
          sources.filter((each) => samePath(each.path, path)),
        ),
      );
    } else if (typeof value !== "object" || value === null) {
      const from = sources.filter((each) => samePath(each.path, path));
      say(
        "value",
        JSON.stringify(value),
        from.map(({ source }) => source),
      );
    } else if (Array.isArray(value)) {
      writeAll(
        value.map((item, i) => [i, item] as const),
        ["[", "]"],
        path,
        indent,
      );
    } else {
      writeAll(Object.entries(value), ["{", "}"], path, indent);
    }
  }

  function writeAll(
    entries: readonly (readonly [string | number, Json])[],
    [open, close]: readonly [string, string],
    path: Path,
    indent: string,
  ): void {
    if (entries.length === 0) return say("mark", open + close);
    say("mark", `${open}\n`);
    for (const [i, [key, item]] of entries.entries()) {
      say("mark", `${indent}  `);
      if (typeof key === "string") {
        say("name", JSON.stringify(key));
        say("mark", ": ");
      }
      write(item, [...path, key], `${indent}  `);
      say("mark", i < entries.length - 1 ? ",\n" : "\n");
    }
    say("mark", indent + close);
  }

  write(input, [], "");
  return pieces;
}

const escaped = (text: string): string => JSON.stringify(text).slice(1, -1);

/** One piece for each run of characters from one place. */
function stringPieces(value: string, found: readonly RequestSource[]): Piece[] {
  const whole = found.filter(({ range }) => range === undefined).map(({ source }) => source);
  const ranges = found.flatMap(({ range, source }) => (range ? [{ ...range, source }] : []));
  const cuts = ranges.map(({ start, end, source }) => ({
    kind: "text" as const,
    text: escaped(value.slice(start, end)),
    sources: [source],
  }));
  // A cut through the middle of a character, or a gap, would show another text than the one that is sent.
  if (cuts.length === 0 || cuts.map(({ text }) => text).join("") !== escaped(value)) {
    const from = whole.length > 0 ? whole : ranges.map(({ source }) => source);
    return [{ kind: "text", text: JSON.stringify(value), sources: from }];
  }
  const quote: Piece = { kind: "mark", text: '"', sources: [] };
  return [quote, ...cuts, quote];
}

const bodyMark = "--data-raw '";

/** The cURL command of a part, with the body's pieces as in the JSON. */
export function curlPieces(
  part: Pick<Part, "model" | "input" | "sources">,
  base: string,
): readonly Piece[] {
  const command = printCurl({ model: part.model, input: part.input }, base).trimEnd();
  const at = command.indexOf(bodyMark) + bodyMark.length;
  return [
    { kind: "command", text: command.slice(0, at), sources: [] },
    ...jsonPieces(part.input, part.sources()).map((piece) => ({
      ...piece,
      // A quote ends the shell's string, stands by itself, and begins it again.
      text: piece.text.replaceAll("'", "'\\''"),
    })),
    { kind: "command", text: "'", sources: [] },
  ];
}

export interface Line {
  /** Spaces in front, taken off the first piece. */
  readonly indent: number;
  readonly pieces: readonly Piece[];
}

/** The pieces line by line, so that a long line can be wrapped under its own beginning. */
export function linesOf(pieces: readonly Piece[]): readonly Line[] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    for (const [i, text] of piece.text.split("\n").entries()) {
      if (i > 0) lines.push([]);
      if (text !== "") lines.at(-1)?.push({ ...piece, text });
    }
  }
  return lines.map((line) => {
    const text = line.map((piece) => piece.text).join("");
    return { indent: text.length - text.trimStart().length, pieces: line };
  });
}

/** A picture that is part of the request is named by its type and size: its characters say nothing to anybody. */
export function pictureInside(
  text: string,
): { readonly type: string; readonly bytes: number } | undefined {
  const match = /^"?data:image\/([a-z0-9.+-]+);base64,/.exec(text);
  if (match === null || match[1] === undefined) return undefined;
  const body = text.length - match[0].length - (text.endsWith('"') ? 1 : 0);
  return { type: match[1].toUpperCase(), bytes: Math.floor((body * 3) / 4) };
}
