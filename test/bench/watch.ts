import { isMet, print } from "./results.ts";
import { watching } from "./watching.ts";

/** `npm run bench:jobs`: the jobs alone, without a window. */

const rows = await watching();
print({ title: "1,000 open jobs, asked after for half an hour", against: "", rows });
const missed = rows.filter((row) => isMet(row) === false);
console.log(missed.length === 0 ? "\nEvery aim is met." : `\n${missed.length} aims are missed.`);
if (missed.length > 0) process.exitCode = 1;
