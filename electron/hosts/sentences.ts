import errors from "../../renderer/locales/en/errors.json" with { type: "json" };
import problems from "../../renderer/locales/en/problems.json" with { type: "json" };
import type { Problem } from "../../shared/compile/compiled.ts";
import type { RequestFailure, RequestNote } from "../../shared/formats/requestJson.ts";
import type { CallOutput } from "../../shared/ipc/contract.ts";
import type { Reason } from "../../shared/jobs/job.ts";
import type { AppError } from "../backend/appError.ts";

/** The words of the command line and of what is said before there is a window. English; the window's own where they fit. */

type Values = Readonly<Record<string, string | number>>;
type Failure = Extract<CallOutput<"boards.open">, { ok: false }>["failure"];

/** What is said otherwise here than in the window, which has a settings dialog to point to. */
const own: Readonly<Record<string, string>> = {
  dataDirInUse:
    "Another Shotgraph is working with the folder {{folder}}: close it, or choose another folder with --data-dir.",
  journalTooNew:
    "A newer Shotgraph has written the list of jobs: use that one, or choose another folder with --data-dir.",
  noDesktop: "There is nothing here to open this with: {{target}}",
  tokenMissing:
    "There is no RunComfy token: set RUNCOMFY_API_TOKEN, or save one in the settings of the window.",
  tokenMalformed:
    "RUNCOMFY_API_TOKEN is no token: it has a space or a character that is not printable ASCII.",
  boardHasErrors: "The board has errors, so nothing was sent.",
  badApiBase:
    "RUNCOMFY_MODEL_API_BASE must be an https address, or http on this computer, not {{base}}",
  cannotWrite: "{{path}} cannot be written ({{reason}}).",
};

const failures: Readonly<Record<Failure["code"], string>> = {
  notABoard: "This is not a Shotgraph board.",
  tooNew:
    "A newer Shotgraph has written this board (version {{version}}; this one knows {{known}}).",
  invalid: "The board is damaged at {{place}}: {{expected}} is expected there.",
  tooLarge: "The board is too large (at most {{limit}} {{what}}).",
  unreadable: "The file cannot be read ({{reason}}).",
};

/** One sentence for an expected failure, with the service's own words when it said any. */
export const sentenceOf = ({ code, values, words }: AppError): string =>
  withWords(fill(own[code] ?? wordsIn(errors, code, values) ?? code, values), words);

/** One sentence for why a job stands where it stands. */
export const reasonSentence = ({ code, values = {}, words }: Reason): string =>
  withWords(fill(own[code] ?? wordsIn(errors, code, values) ?? code, values), words);

export const problemSentence = ({ code, values }: Problem): string =>
  fill(wordsIn(problems, code, values) ?? `${code} ${describe(values)}`.trim(), values);

export function failureSentence({ code, path = [], values = {} }: Failure): string {
  const place = path.length === 0 ? "its beginning" : path.join(".");
  return fill(failures[code], { place, ...values });
}

const withWords = (sentence: string, words: string | undefined): string =>
  words === undefined ? sentence : `${sentence} The service says: ${words}`;

const describe = (values: Values): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${value}`)
    .join(" ");

/** Puts values where a sentence of the locales has `{{name}}`. */
const fill = (sentence: string, values: Values): string =>
  sentence.replaceAll(/\{\{\s*(\w+)[^}]*\}\}/g, (whole, name: string) =>
    String(values[name] ?? whole),
  );

/** The sentence under a key, in the number that `count` asks for. */
function wordsIn(locale: object, code: string, values: Values): string | undefined {
  const number = values["count"] === 1 ? "one" : "other";
  const sentences: unknown[] = [
    Reflect.get(locale, `${code}_${number}`),
    code
      .split(".")
      .reduce<unknown>(
        (inner, key) =>
          typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined,
        locale,
      ),
  ];
  return sentences.find((sentence) => typeof sentence === "string");
}

const requestFailures: Readonly<Record<RequestFailure["code"], string>> = {
  notARequest: "This is no request: it takes the JSON of a request, or a cURL command.",
  notJson: "The JSON of the request is damaged (line {{line}}).",
  isABoard: "This is a board already.",
  severalRequests: "There are {{count}} requests in it: give them one by one.",
  modelNeeded: "The request does not say its model: name it with --model.",
  wrongModel: "The request is not one for the model {{model}}.",
  noBody: "The cURL command has no body.",
  bodyInFile: "The body of the cURL command is in the file {{file}}: give that file instead.",
  tooLarge: "The request is too large (at most {{limit}} bytes).",
};

export const requestFailureSentence = ({ code, values }: RequestFailure): string =>
  fill(requestFailures[code], values);

const requestNotes: Readonly<Record<RequestNote["code"], string>> = {
  modelAssumed: "The request does not say its model; {{model}} fits it.",
  secretDropped: "{{field}} looked like a key and was left out.",
  durationDiffers:
    "The shots last {{sum}} s together, not the {{duration}} s that the request says.",
};

export const noteSentence = ({ code, values }: RequestNote): string =>
  fill(requestNotes[code], values);
