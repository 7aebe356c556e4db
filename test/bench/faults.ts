import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openCrashSite, type CrashSite, type Sum } from "../backend/jobs/crash/site.ts";
import type { Fault } from "../simulator/faults.ts";

/**
 * `npm run bench:faults`: the real jobs in a process that is killed again and again, while the service misbehaves. It is
 * killed at a durable step or at any moment, as the seed says, and started again on the same data folder.
 */

const usage = "npm run bench:faults -- [--kills 200] [--seed 1]";

/** What a service can do wrong without ending the job, or in a way that must end it. */
const faults: readonly Fault[] = [
  { kind: "tooManyRequests", call: "submit", retryAfter: 1 },
  { kind: "answerLost", call: "submit", done: true },
  { kind: "gatewayPage", call: "submit", done: true },
  { kind: "garbage", call: "submit", done: true },
  { kind: "gatewayPage", call: "status" },
  { kind: "serverError", call: "status" },
  { kind: "garbage", call: "status" },
  { kind: "answerLost", call: "status" },
  { kind: "tooManyRequests", call: "status", retryAfter: 3 },
  { kind: "gatewayPage", call: "result" },
  { kind: "answerLost", call: "result" },
  { kind: "statusWord", word: "daydreaming", asks: 2 },
  { kind: "resultLate", asks: 2 },
  { kind: "costLate", asks: 1 },
  { kind: "failed", error: "Refused by moderation" },
  { kind: "output", shape: "videos" },
  { kind: "echo" },
  { kind: "fileCut", afterBytes: 90_000 },
  { kind: "fileIgnoresRange" },
  { kind: "fileChanged" },
  { kind: "fileNoLength" },
  { kind: "gatewayPage", call: "download" },
  { kind: "answerLost", call: "download" },
];

/** From 0 to 1, the same for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Run {
  readonly kills: number;
  readonly faults: ReadonlyMap<string, number>;
  readonly damage: readonly string[];
}

async function killAgainAndAgain(site: CrashSite, kills: number, seed: number): Promise<Run> {
  const random = randomOf(seed);
  const upTo = (most: number): number => 1 + Math.floor(random() * most);
  const tried = new Map<string, number>();
  const damage: string[] = [];
  let done = 0;
  for (let life = 1; done < kills; life += 1) {
    const fault = faults[upTo(faults.length) - 1];
    if (fault !== undefined && random() < 0.7) {
      site.simulator.fail(fault);
      const name = "call" in fault ? `${fault.kind} of ${fault.call}` : fault.kind;
      tried.set(name, (tried.get(name) ?? 0) + 1);
    }
    const { killed } = await site.live({
      counting: "everything",
      orders: [life],
      ...(random() < 0.7 ? { dieAt: upTo(30) } : { dieAt: null, killAfter: upTo(250) }),
    });
    if (killed) done += 1;
    damage.push(...(await site.damage()));
    if (done % 25 === 0 && killed) console.log(`${done} kills`);
  }
  site.simulator.heal();
  await site.live({ counting: "everything", dieAt: null });
  await site.live({ counting: "everything", dieAt: null, adoptions: await site.findable() });
  damage.push(...(await site.damage()));
  return { kills: done, faults: tried, damage };
}

function print({ kills, faults: tried, damage }: Run, sum: Sum): void {
  const struck = [...tried.values()].reduce((all, times) => all + times, 0);
  const rows: readonly (readonly [string, number])[] = [
    ["faults tried", struck],
    ["kills", kills],
    ["jobs", sum.jobs],
    ["POSTs sent", sum.postsSent],
    ["POSTs expected", sum.postsExpected],
    ["done", sum.done],
    ["failed, as the service said", sum.failed],
    ["unknown, never accepted", sum.unknown],
    ["still open", sum.open],
    ["lost", sum.lost],
    ["duplicated", sum.duplicated],
    ["damaged files or records", damage.length],
  ];
  console.log("");
  for (const [name, count] of rows) console.log(`${name.padEnd(28)}${String(count).padStart(6)}`);
  console.log("\nFaults, by kind");
  for (const [name, times] of [...tried].toSorted(([a], [b]) => a.localeCompare(b))) {
    console.log(`${name.padEnd(28)}${String(times).padStart(6)}`);
  }
  for (const words of damage) console.log(words);
}

function readFlags(): { readonly kills: number; readonly seed: number } {
  const { values } = parseArgs({
    options: { kills: { type: "string" }, seed: { type: "string" } },
  });
  const [kills, seed] = [Number(values.kills ?? 200), Number(values.seed ?? 1)];
  if (Number.isInteger(kills) && kills > 0 && Number.isInteger(seed)) return { kills, seed };
  throw new Error(usage);
}

const { kills, seed } = readFlags();
const dataDir = await mkdtemp(join(tmpdir(), "shotgraph-faults-"));
const site = await openCrashSite(dataDir);
try {
  const run = await killAgainAndAgain(site, kills, seed);
  const sum = await site.sum();
  print(run, sum);
  for (const bug of site.bugs) console.log(`A bug: ${bug}`);
  const isGood =
    sum.lost + sum.duplicated + sum.open + run.damage.length + site.bugs.length === 0 &&
    sum.postsSent === sum.postsExpected;
  if (!isGood) process.exitCode = 1;
} finally {
  await site.close();
  await rm(dataDir, { recursive: true, force: true });
}
