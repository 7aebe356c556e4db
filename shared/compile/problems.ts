import type { Board, NodeId } from "../board/schema.ts";
import type { Fix, Problem, Severity } from "./compiled.ts";

/** Everything that can be wrong in a board, with the names of the values that its sentence can use. */
const problemKinds = {
  /** The node feeds itself through others. */
  cycle: { severity: "error", values: [] },
  unknownType: { severity: "warning", values: ["type"] },
  /** A text names an element that there is none of. */
  unknownName: { severity: "hint", values: ["name"] },
  /** Texts that are joined again and again: more characters than any request could use. */
  textRunsAway: { severity: "error", values: ["limit"] },
  /** Another element of that name comes first. */
  elementTwice: { severity: "warning", values: ["name"] },
  /** A shot at the end of a chain that leads to no scene. */
  shotLoose: { severity: "hint", values: [] },

  unknownModel: { severity: "error", values: ["model"] },
  /** Whether the model then keeps to the shots is not known. */
  shotTypeFree: { severity: "hint", values: ["value"] },
  shotTypeUnsupported: { severity: "error", values: ["value", "allowed", "model"] },
  aspectRatioUnsupported: { severity: "error", values: ["value", "allowed", "model"] },
  /** A setting that the user changed and that the model has no field for. `field` is a param of settings. */
  settingIgnored: { severity: "warning", values: ["field", "value", "model"] },
  /** Audio was not decided, the model makes it by default, and it costs more. USD per second. */
  audioByDefault: { severity: "hint", values: ["silent", "withAudio", "model"] },
  extraUnknown: { severity: "error", values: ["field", "model"] },
  extraInvalid: { severity: "error", values: ["field", "model"] },
  /** The board itself makes that field. */
  extraIgnored: { severity: "warning", values: ["field"] },
  /** A field that only `extra` can give. */
  fieldRequired: { severity: "error", values: ["field", "model"] },
  /** A value that the service would refuse and that no other problem explains. */
  valueRefused: { severity: "error", values: ["field", "model"] },
  priceUnknown: { severity: "hint", values: ["model"] },

  /** Shots are wired in, and all of them are muted, bypassed or behind a muted one. */
  shotsCutOff: { severity: "warning", values: [] },
  /** Neither words nor shots. */
  sceneEmpty: { severity: "error", values: [] },
  /** Shots, but no line about the whole. */
  noPrompt: { severity: "error", values: [] },
  promptTextTooLong: { severity: "warning", values: ["count", "limit"] },
  negativeTextTooLong: { severity: "warning", values: ["count", "limit"] },
  negativeUnsupported: { severity: "warning", values: ["text", "model"] },
  /** Seconds of a scene without shots. */
  secondsNotAllowed: { severity: "error", values: ["seconds", "allowed", "model"] },
  modelTakesNoShots: { severity: "error", values: ["shots", "model"] },

  shotEmpty: { severity: "error", values: [] },
  shotTooShort: { severity: "error", values: ["seconds", "min", "model"] },
  shotTooLong: { severity: "error", values: ["seconds", "max", "model"] },
  shotTextTooLong: { severity: "warning", values: ["count", "limit"] },
  /** One part is wanted, and even at their shortest the shots do not fit. */
  tooManyShots: { severity: "error", values: ["shots", "most", "min", "max", "model"] },
  /** One part is wanted, and the shots last too long together. */
  sceneTooLong: { severity: "error", values: ["seconds", "max", "model"] },
  /** No way to cut the shots gives sums that the model takes. */
  sumNotAllowed: { severity: "error", values: ["seconds", "allowed", "model"] },
  splitIntoParts: { severity: "hint", values: ["parts", "seconds", "total", "max"] },

  imageRequired: { severity: "error", values: ["model"] },
  /** A start image is wired, and the model takes none. */
  imageUnsupported: { severity: "warning", values: ["model"] },
  endImageUnsupported: { severity: "warning", values: ["model"] },
  endImageWithShots: { severity: "error", values: [] },
  /** Every part begins with the same start image. */
  imageInEveryPart: { severity: "warning", values: ["parts"] },
  /** Whether the service takes a picture inside the request is not known. */
  pictureInside: { severity: "warning", values: ["model"] },
  /** More elements with pictures are named than the model takes pictures. */
  picturesLeftOut: { severity: "warning", values: ["count", "max", "model"] },
} as const satisfies {
  readonly [code: string]: { readonly severity: Severity; readonly values: readonly string[] };
};

/** Every edit that mends something, with the names of the values that its label can use. */
const fixKinds = {
  setSeconds: ["seconds"],
  /** Seconds of all shots, e.g. "5 + 5". */
  fitSeconds: ["seconds", "total"],
  allowParts: [],
  allowEndImage: [],
  disconnect: [],
  /** `model` is the id, `name` what people call it. */
  switchModel: ["model", "name"],
  setShotType: ["value"],
  setAspectRatio: ["value"],
  removeExtra: ["field"],
  summaryFromShots: [],
  addElement: ["name"],
} as const satisfies { readonly [code: string]: readonly string[] };

export type ProblemCode = keyof typeof problemKinds;
export type FixCode = keyof typeof fixKinds;
export type ProblemValues<C extends ProblemCode> = {
  readonly [name in (typeof problemKinds)[C]["values"][number]]: string | number;
};
export type FixValues<C extends FixCode> = {
  readonly [name in (typeof fixKinds)[C][number]]: string | number;
};

/** For the check that each locale has a sentence for each, with no value that does not exist. */
export const problemCodes = Object.keys(problemKinds) as ProblemCode[];
export const fixCodes = Object.keys(fixKinds) as FixCode[];
export const valuesOfProblem = (code: ProblemCode): readonly string[] => problemKinds[code].values;
export const valuesOfFix = (code: FixCode): readonly string[] => fixKinds[code];

/** The place on the board that a problem is about: a node, and the param or port of it. */
export interface Place {
  readonly nodeId: NodeId | undefined;
  readonly field?: string | undefined;
}

export const problem = <C extends ProblemCode>(
  code: C,
  { nodeId, field }: Place,
  values: ProblemValues<C>,
  fixes: readonly (Fix | undefined)[] = [],
): Problem => ({
  code,
  severity: problemKinds[code].severity,
  nodeId,
  field,
  values,
  fixes: fixes.filter((fix) => fix !== undefined),
});

export const fix = <C extends FixCode>(
  code: C,
  values: FixValues<C>,
  apply: (board: Board) => Board,
): Fix => ({ code, values, apply });

export const isError = (found: Problem): boolean => found.severity === "error";

const order: { readonly [severity in Severity]: number } = { error: 0, warning: 1, hint: 2 };

/** Errors first; the same thing said of one place by two scenes is said once. */
export function listed(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length === 0) return problems;
  const once = new Map<string, Problem>();
  for (const found of problems) {
    const key = JSON.stringify([found.code, found.nodeId, found.field, found.values]);
    if (!once.has(key)) once.set(key, found);
  }
  return [...once.values()].toSorted((a, b) => order[a.severity] - order[b.severity]);
}
