import { ledgerCsv } from "../../../shared/formats/ledgerCsv.ts";
import type { Ledger } from "../../../shared/jobs/ledger.ts";
import { openJobsReader } from "../../backend/jobs/reading.ts";
import { nodeHostFor } from "./cliHost.ts";
import { exitCodes, type ExitCode } from "./ending.ts";
import type { JobsOptions } from "./jobs.ts";
import type { Terminal } from "./terminal.ts";
import { moneyWords } from "./words.ts";

export interface LedgerOptions extends JobsOptions {
  readonly csv?: boolean;
  readonly days: number;
}

/** What was sent to paid engines and what it has cost. Only reads, so that it works beside a running Shotgraph. */
export async function showLedger(
  { csv, json, days, dataDir }: LedgerOptions,
  { print }: Terminal,
): Promise<ExitCode> {
  const reader = openJobsReader(nodeHostFor(dataDir).dataDir);
  const ledger = await reader.ledger(days);
  await reader.close();
  // The last line's end is that of the terminal.
  if (csv === true) print(ledgerCsv(ledger.rows).replace(/\n$/, ""));
  else if (json === true) print(JSON.stringify(ledger));
  else if (ledger.rows.length === 0) print("Nothing was sent in this time.");
  else {
    for (const { day, ...sum } of ledger.byDay) print(`${day}  ${sumWords(sum)}`);
    print(`Together    ${sumWords(ledger.total)}`);
  }
  return exitCodes.fine;
}

type Sum = Ledger["total"];

function sumWords({ jobs, spent, cost, unpriced }: Sum): string {
  const known = spent === cost ? moneyWords(spent) : moneyWords(spent, "about ");
  const doubt = unpriced === 0 ? "" : `, and ${unpriced} of unknown price`;
  return `${jobs === 1 ? "1 job" : `${jobs} jobs`}: ${known}${doubt}`;
}
