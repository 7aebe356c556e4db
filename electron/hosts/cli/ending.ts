/** What the program ends with, for scripts that call it. */
export const exitCodes = {
  fine: 0,
  /** The board has an error, or a job did not end with a video. */
  problems: 1,
  /** The command line is wrong. */
  usage: 2,
  /** A file cannot be read or written, or is not what it should be. */
  file: 3,
  /** The work could not begin: no token, or the data folder is in use. */
  cannotStart: 4,
  /** Ctrl+C. Jobs that were sent go on. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Ends the command with one sentence. */
export class Ending extends Error {
  readonly code: ExitCode;
  constructor(sentence: string, code: ExitCode) {
    super(sentence);
    this.name = "Ending";
    this.code = code;
  }
}
