import errors from "../../renderer/locales/en/errors.json" with { type: "json" };
import jobs from "../../renderer/locales/en/jobs.json" with { type: "json" };
import problems from "../../renderer/locales/en/problems.json" with { type: "json" };
import type { Problem } from "../../shared/compile/compiled.ts";
import type { RequestFailure, RequestNote } from "../../shared/formats/requestJson.ts";
import type { CallError, CallOutput } from "../../shared/ipc/contract.ts";
import type { Reason } from "../../shared/jobs/job.ts";

/**
 * The words of the command line, and of what is said before there is a window: English, and the window's own wherever
 * they fit, so that a sentence is written once.
 */

type Values = Readonly<Record<string, string | number>>;
type BoardFailure = Extract<CallOutput<"boards.open">, { ok: false }>["failure"];

/** What is said otherwise here: the window has a settings dialog to point to, the command line has options. */
const own: Readonly<Record<string, string>> = {
  dataDirInUse:
    "Another Shotgraph is working with the folder {{folder}}: close it, or choose another folder with --data-dir.",
  dataDirUnusable:
    "The folder {{folder}} cannot be used ({{reason}}): choose another with --data-dir.",
  journalTooNew:
    "A newer Shotgraph has written the list of jobs: use that one, or choose another folder with --data-dir.",
  tokenMissing:
    "There is no RunComfy token: set RUNCOMFY_API_TOKEN, or save one in the settings of `npm start -- --serve`.",
  alreadyRun:
    "Exactly this request was sent before (job {{jobId}}), so nothing was sent: add --again to pay for another take.",
  tokenRefused: "RunComfy refused the token: it is wrong, expired or revoked.",
};

/** One sentence for an expected failure, or for why a job stands where it stands. */
export function sentenceOf({ code, values = {}, words }: CallError | Reason): string {
  const sentence =
    own[code] ?? textAt(errors.calls, code) ?? textAt(jobs.reasons, code) ?? `Failed: ${code}.`;
  const said = words === undefined || words === "" ? "" : ` RunComfy says: ${words}`;
  return `${fill(sentence, values)}${said}`;
}

export const problemSentence = ({ code, values }: Problem): string =>
  fill(textAt(problems.sentences, code) ?? code, values);

/** What is wrong with a board file, and where. */
export function boardSentence(
  file: string,
  { code, path = [], values = {} }: BoardFailure,
): string {
  const { board } = errors;
  const all = { file, where: path.join("."), amount: values["count"] ?? "", ...values };
  switch (code) {
    case "notABoard":
    case "tooNew":
      return fill(board[code], all);
    case "tooLarge":
      return fill(textAt(board.tooLarge, String(values["what"])) ?? board.tooLarge.bytes, all);
    case "unreadable":
      return fill(
        textAt(board.unreadableBecause, String(values["reason"])) ?? board.unreadable,
        all,
      );
    case "invalid": {
      const needed = fill(
        textAt(board.expected, String(values["expected"])) ?? board.expected.other,
        all,
      );
      const sentence = path.length === 0 ? board.invalidFile : board.invalidAt;
      return fill(sentence, { ...all, needed });
    }
  }
}

/** Why a text is no request. */
export function requestSentence({ code, values }: RequestFailure): string {
  if (code === "modelNeeded") {
    return "The request does not name its model, and none fits every field: name it with --model.";
  }
  return fill(errors.request[code], values);
}

const notes: Readonly<Record<RequestNote["code"], string>> = {
  modelAssumed: "The request does not name its model; {{model}} fits it.",
  secretDropped: "{{field}} looked like a key and was left out.",
  durationDiffers:
    "The shots last {{sum}} s together, not the {{duration}} s that the request says.",
};

export const noteSentence = ({ code, values }: RequestNote): string => fill(notes[code], values);

/** Puts values where a sentence has `{{name}}`. */
const fill = (sentence: string, values: Values): string =>
  sentence.replaceAll(/\{\{\s*(\w+)[^}]*\}\}/g, (whole, name: string) =>
    String(values[name] ?? whole),
  );

function textAt(texts: object, key: string): string | undefined {
  const text: unknown = Object.hasOwn(texts, key) ? Reflect.get(texts, key) : undefined;
  return typeof text === "string" ? text : undefined;
}
