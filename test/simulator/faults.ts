import type { ErrorCode, ErrorShape } from "./replies.ts";

/** The calls of the service, and `download` for its file host. */
export type Call = "submit" | "status" | "result" | "cancel" | "models" | "balance" | "download";

/**
 * A call that goes wrong. With `done`, the service does its part first and only the answer is bad:
 * a POST is then accepted, and paid, although the client cannot know it.
 */
export type CallFault =
  | { readonly kind: "answerLost"; readonly call: Call; readonly done?: boolean }
  /** Silent until `simulator.release()`; then done as usual, even if the client has left. */
  | { readonly kind: "hanging"; readonly call: Call; readonly done?: boolean }
  | { readonly kind: "delayed"; readonly call: Call; readonly seconds: number }
  | {
      readonly kind: "tooManyRequests";
      readonly call: Call;
      /** Seconds, or an HTTP date. */
      readonly retryAfter?: number | string;
    }
  | {
      readonly kind: "gatewayPage";
      readonly call: Call;
      readonly status?: number;
      readonly done?: boolean;
    }
  | {
      readonly kind: "serverError";
      readonly call: Call;
      readonly status?: number;
      readonly done?: boolean;
    }
  | {
      readonly kind: "refused";
      readonly call: Call;
      readonly code: ErrorCode;
      /** String, or a list of `{loc, msg, type}`. */
      readonly text?: unknown;
      readonly shape?: Partial<ErrorShape>;
    }
  | {
      readonly kind: "invalid";
      readonly call: Call;
      readonly detail: string | readonly { loc: (string | number)[]; msg: string; type: string }[];
    }
  | {
      readonly kind: "garbage";
      readonly call: Call;
      readonly body?: string;
      readonly done?: boolean;
    }
  | {
      readonly kind: "answer";
      readonly call: Call;
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body: string;
      readonly done?: boolean;
    };

/** A file host that goes wrong. */
export type DownloadFault =
  | { readonly kind: "fileMissing" }
  /** The connection breaks after so many bytes of this answer. */
  | { readonly kind: "fileCut"; readonly afterBytes: number }
  /** Stands still after so many bytes (at least 1) until `simulator.release()`. */
  | { readonly kind: "fileHeld"; readonly afterBytes: number }
  | { readonly kind: "fileSlow"; readonly chunkBytes: number; readonly everySeconds: number }
  | { readonly kind: "fileType"; readonly contentType: string; readonly body?: string }
  /** To a `foreign` host, to another path of the `same` one, or to the address given. */
  | { readonly kind: "fileRedirect"; readonly to: "foreign" | "same" | (string & {}) }
  /** Answers 200 with the whole file, and does not offer ranges. */
  | { readonly kind: "fileIgnoresRange" }
  /** Without Content-Length, in chunks. */
  | { readonly kind: "fileNoLength" }
  /** Other bytes and another ETag than before. */
  | { readonly kind: "fileChanged" }
  /** Called a video, and has no video in it. */
  | { readonly kind: "fileNotVideo" }
  /** Says that it has so many bytes, and sends a few. */
  | { readonly kind: "fileHuge"; readonly bytes: number };

/** How `output` of a succeeded result can look. `foreign` is a video on another host. */
export type OutputShape =
  | "video"
  | "videos"
  | "string"
  | "array"
  | "image"
  | "images"
  | "empty"
  | "null"
  | "absent"
  | "foreign";

/** What is odd about one job, from its acceptance on. `asks` counts the answers it is seen in. */
export type JobFault =
  | { readonly kind: "timing"; readonly queueSeconds?: number; readonly runSeconds?: number }
  | { readonly kind: "stuck"; readonly in: "in_queue" | "in_progress" }
  | {
      readonly kind: "statusWord";
      readonly word: string;
      readonly asks?: number;
      readonly during?: Phase;
    }
  /** Ends as failed; `error` absent means that the result has none. USD charged only with `cost`. */
  | { readonly kind: "failed"; readonly error?: unknown; readonly cost?: number }
  /** The result still says in_progress although the status is completed. */
  | { readonly kind: "resultLate"; readonly asks?: number }
  | { readonly kind: "output"; readonly shape: OutputShape }
  /** The result echoes the input, and URLs that are not the output stand around it. */
  | { readonly kind: "echo" }
  | { readonly kind: "costLate"; readonly asks?: number }
  /** Though queued, it can no longer be cancelled. */
  | { readonly kind: "notCancellable" }
  | { readonly kind: "expired"; readonly afterSeconds?: number };

export type Phase = "in_queue" | "in_progress" | "completed" | "cancelled";
export type Fault = CallFault | DownloadFault | JobFault;

/** When a fault strikes: the first matching time by default. */
export type When = {
  readonly times?: number | "always";
  /** How many matching calls, or jobs, pass untouched before. */
  readonly after?: number;
  readonly model?: string;
  /** Request id; a job fault then strikes a job that was accepted before. */
  readonly request?: string;
};

/** What a call or job is about, for matching. */
export type Subject = {
  readonly model?: string | undefined;
  readonly request?: string | undefined;
};

type Rule = { readonly fault: Fault; readonly when: When; left: number; skip: number };

const callKinds: ReadonlySet<string> = new Set<CallFault["kind"]>([
  "answerLost",
  "hanging",
  "delayed",
  "tooManyRequests",
  "gatewayPage",
  "serverError",
  "refused",
  "invalid",
  "garbage",
  "answer",
]);

const isCallFault = (fault: Fault): fault is CallFault => callKinds.has(fault.kind);
const isDownloadFault = (fault: Fault): fault is DownloadFault => fault.kind.startsWith("file");
export const isJobFault = (fault: Fault): fault is JobFault =>
  !isCallFault(fault) && !isDownloadFault(fault);

/** The script: rules in the order given, each used up by the times it strikes. */
export type Script = {
  /** Returns what takes the rule back. */
  readonly add: (fault: Fault, when: When) => () => void;
  readonly forCall: (call: Call, subject: Subject) => CallFault | undefined;
  /** One fault of each kind. */
  readonly forJob: (subject: Subject) => JobFault[];
  readonly forDownload: (subject: Subject) => DownloadFault[];
  readonly clear: () => void;
};

export const createScript = (): Script => {
  let rules: Rule[] = [];

  const strike = <F extends Fault>(
    wanted: (fault: Fault) => fault is F,
    subject: Subject,
    most: number,
  ): F[] => {
    const struck: F[] = [];
    for (const rule of rules) {
      const { fault } = rule;
      if (rule.left <= 0 || !wanted(fault) || !matches(rule.when, subject)) continue;
      if (struck.length >= most || struck.some(({ kind }) => kind === fault.kind)) continue;
      if (rule.skip > 0) {
        rule.skip -= 1;
        continue;
      }
      rule.left -= 1;
      struck.push(fault);
    }
    rules = rules.filter((rule) => rule.left > 0);
    return struck;
  };

  return {
    add: (fault, when) => {
      const times = when.times ?? 1;
      const left = times === "always" ? Number.POSITIVE_INFINITY : times;
      const rule = { fault, when, left, skip: when.after ?? 0 };
      rules.push(rule);
      return () => {
        rules = rules.filter((other) => other !== rule);
      };
    },
    // Only one fault can answer a call; the others wait for the next.
    forCall: (call, subject) =>
      strike(
        (fault): fault is CallFault => isCallFault(fault) && fault.call === call,
        subject,
        1,
      )[0],
    forJob: (subject) => strike(isJobFault, subject, Number.POSITIVE_INFINITY),
    forDownload: (subject) => strike(isDownloadFault, subject, Number.POSITIVE_INFINITY),
    clear: () => {
      rules = [];
    },
  };
};

const matches = (when: When, subject: Subject): boolean =>
  (when.model === undefined || when.model === subject.model) &&
  (when.request === undefined || when.request === subject.request);
