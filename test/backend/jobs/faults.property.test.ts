import fc from "fast-check";
import { expect, test } from "vitest";
import { isOpen, type Job, type JobStateName } from "../../../shared/jobs/job.ts";
import type { Fault } from "../../simulator/faults.ts";
import { canary, openStudio, type Studio } from "./studio.ts";

/** What a service can do in the life of one job, and how a job ends by it. */

interface End {
  readonly state: JobStateName;
  readonly code?: string;
  readonly words?: string;
  /** Whether the service has taken it on, and is paid for it. */
  readonly accepted: boolean;
  readonly unwatched?: boolean;
}

/** These pass by themselves: the job comes to its end as if they had not been. */
const passing: readonly Fault[] = [
  { kind: "tooManyRequests", call: "submit" },
  { kind: "tooManyRequests", call: "submit", retryAfter: 40 },
  { kind: "tooManyRequests", call: "status" },
  { kind: "tooManyRequests", call: "status", retryAfter: 40 },
  { kind: "tooManyRequests", call: "result", retryAfter: "Fri, 09 Oct 2026 12:01:00 GMT" },
  { kind: "gatewayPage", call: "status" },
  { kind: "gatewayPage", call: "status", status: 404 },
  { kind: "gatewayPage", call: "result", status: 503 },
  { kind: "serverError", call: "status" },
  { kind: "serverError", call: "result" },
  { kind: "garbage", call: "status" },
  { kind: "garbage", call: "result", body: "[]" },
  { kind: "garbage", call: "status", body: "{}" },
  { kind: "answer", call: "status", status: 200, body: "" },
  { kind: "answer", call: "result", status: 302, headers: { location: "/v1/models" }, body: "" },
  { kind: "answerLost", call: "status" },
  { kind: "answerLost", call: "result" },
  { kind: "refused", call: "status", code: 400002 },
  { kind: "statusWord", word: "daydreaming", asks: 3 },
  { kind: "statusWord", word: "pending", asks: 2 },
  { kind: "resultLate", asks: 3 },
  { kind: "costLate", asks: 2 },
  { kind: "echo" },
  { kind: "output", shape: "string" },
  { kind: "output", shape: "videos" },
  { kind: "output", shape: "array" },
  { kind: "fileCut", afterBytes: 2_000 },
  { kind: "fileIgnoresRange" },
  { kind: "fileChanged" },
  { kind: "fileNoLength" },
  { kind: "fileRedirect", to: "same" },
  { kind: "gatewayPage", call: "download" },
  { kind: "serverError", call: "download" },
  { kind: "answerLost", call: "download" },
];

const done: End = { state: "done", accepted: true };
const refused = (code: string, words: string): End => ({
  state: "failed",
  code,
  words,
  accepted: false,
});
const lost = (code: string, accepted: boolean): End => ({ state: "unknown", code, accepted });
const failed = (code: string): End => ({ state: "failed", code, accepted: true });

/** These decide how it ends, whatever else passes. */
const deciding: readonly (readonly [Fault, End])[] = [
  [
    { kind: "refused", call: "submit", code: 400001 },
    refused("unknownModel", "Invalid identifier"),
  ],
  [{ kind: "refused", call: "submit", code: 400002 }, refused("noBalance", "No remaining balance")],
  [
    { kind: "refused", call: "submit", code: 400002, shape: { status: 200 } },
    refused("noBalance", "No remaining balance"),
  ],
  [
    { kind: "refused", call: "submit", code: 400004 },
    refused("tokenRefused", "API token is missing, expired or revoked"),
  ],
  [
    { kind: "invalid", call: "submit", detail: "duration is too long" },
    refused("invalidRequest", "duration is too long"),
  ],
  [{ kind: "answerLost", call: "submit", done: true }, lost("answerLost", true)],
  [{ kind: "answerLost", call: "submit" }, lost("answerLost", false)],
  [{ kind: "gatewayPage", call: "submit", done: true }, lost("serviceDown", true)],
  [{ kind: "serverError", call: "submit" }, lost("serviceDown", false)],
  [{ kind: "garbage", call: "submit", done: true }, lost("garbledAnswer", true)],
  [{ kind: "refused", call: "status", code: 404001 }, failed("expired")],
  [{ kind: "refused", call: "result", code: 403001 }, failed("notYours")],
  [
    { kind: "failed", error: "Refused by moderation: a sword" },
    { ...failed("generationFailed"), words: "Refused by moderation: a sword" },
  ],
  [
    { kind: "failed", error: { message: "Sensitive words", code: 7 }, cost: 0.2 },
    { ...failed("generationFailed"), words: "Sensitive words" },
  ],
  [{ kind: "output", shape: "images" }, failed("noOutput")],
  [{ kind: "output", shape: "absent" }, failed("noOutput")],
  [{ kind: "output", shape: "foreign" }, failed("foreignHost")],
  [
    { kind: "statusWord", word: "cancelled" },
    { state: "cancelled", accepted: true },
  ],
  [{ kind: "expired" }, failed("expired")],
  [
    { kind: "stuck", in: "in_queue" },
    { state: "inQueue", accepted: true, unwatched: true },
  ],
  [
    { kind: "stuck", in: "in_progress" },
    { state: "running", accepted: true, unwatched: true },
  ],
  [{ kind: "fileMissing" }, failed("fileGone")],
  [{ kind: "fileType", contentType: "text/html" }, failed("wrongType")],
  [{ kind: "fileRedirect", to: "foreign" }, failed("foreignRedirect")],
  [{ kind: "fileNotVideo" }, failed("notAVideo")],
  [{ kind: "fileHuge", bytes: 2 ** 31 + 1 }, failed("tooLarge")],
];

const storyArb = fc.record({
  passing: fc.uniqueArray(fc.constantFrom(...passing), { maxLength: 5 }),
  deciding: fc.option(fc.constantFrom(...deciding), { freq: 2 }),
  /** After how many steps the program is started anew. */
  restarts: fc.uniqueArray(fc.integer({ min: 1, max: 25 }), { maxLength: 2 }),
});

/** Steps until the job has ended or is watched no more. */
async function untilEnd(studio: Studio, id: string, restarts: readonly number[]): Promise<Job> {
  for (let step = 1; step < 2_000; step += 1) {
    await studio.jobs().idle();
    const job = await studio.job(id);
    if (!isOpen(job) || isUnwatched(job)) return job;
    if (restarts.includes(step)) await studio.restart();
    else if (!studio.clock.next()) throw new Error(`Nothing more happens: ${JSON.stringify(job)}`);
  }
  throw new Error("It never ends");
}

const isUnwatched = ({ status }: Job): boolean =>
  "unwatched" in status && status.unwatched === true;

/** Lets a job meet these faults, checks what must hold however it ends, and tells how it has. */
async function tell(
  decides: Fault | undefined,
  passes: readonly Fault[],
  restarts: readonly number[] = [],
): Promise<End> {
  const studio = await openStudio();
  const { simulator } = studio;
  // What decides stands first and stays: whatever passes cannot let the job by.
  if (decides !== undefined) simulator.fail(decides, { times: "always" });
  for (const fault of passes) simulator.fail(fault);

  const [{ id } = { id: "" }] = await studio.run();
  const job = await untilEnd(studio, id, restarts);
  const notPutOff = simulator.requests.filter(
    ({ call, answered }) => call === "submit" && answered !== 429,
  );
  expect(notPutOff).toHaveLength(1);
  expect(await studio.takes()).toHaveLength(job.status.state === "done" ? 1 : 0);
  expect(simulator.tokenLeaks()).toEqual([]);
  expect(await studio.journalText()).not.toContain(canary);
  expect(studio.bugs).toEqual([]);
  await studio.close();
  await simulator.close();

  const reason = "reason" in job.status ? job.status.reason : undefined;
  return {
    state: job.status.state,
    ...(reason && { code: reason.code }),
    ...(reason?.words !== undefined && { words: reason.words }),
    accepted: simulator.posts().length === 1,
    ...(isUnwatched(job) && { unwatched: true }),
  };
}

test.for(deciding)("ends as it must: %j", async ([fault, end]) => {
  expect(await tell(fault, [])).toMatchObject(end);
});

test.for(passing)("passes by itself: %j", async (fault) => {
  expect(await tell(undefined, [fault])).toEqual(done);
});

test(
  "any of them after one another, with new starts in between, end a job as a model of the service says",
  { timeout: 240_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(storyArb, async ({ passing, deciding, restarts }) => {
        const [fault, end] = deciding ?? [undefined, done];
        // Of one kind that tells of a job, only the first counts at the service.
        const others = passing.filter(({ kind }) => kind !== fault?.kind);
        expect(await tell(fault, others, restarts)).toMatchObject(end);
      }),
      { numRuns: 30 },
    );
  },
);
