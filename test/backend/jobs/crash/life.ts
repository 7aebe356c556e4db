/** One life of the process that is killed, as its parent orders it: JSON in the first argument. */
export interface Life {
  readonly dataDir: string;
  readonly base: string;
  readonly token: string;
  /** Numbers that make each request unlike every other: Run is pressed once for each. */
  readonly orders: readonly number[];
  /** Unknown jobs whose request the user has found on the site. */
  readonly adoptions: readonly (readonly [jobId: string, requestId: string])[];
  /** The step at which it dies: counted from 1, or by name and how often it came, as `after a commit #2`; null to live on. */
  readonly dieAt: number | string | null;
  /** Whether the steps of going on with earlier jobs count, too. */
  readonly counting: "everything" | "orders";
}

/** What the process says, one JSON line each, written before the step is made. */
export type Said =
  | { readonly said: "begun" }
  /** `start` has given the user this job: from now on it may not be lost. */
  | { readonly said: "ordered"; readonly order: number; readonly jobId: string }
  | { readonly said: "posting"; readonly jobId: string }
  | { readonly said: "step"; readonly name: string }
  | { readonly said: "bug"; readonly words: string };
