import { parentPort } from "node:worker_threads";
import { startSimulator } from "../simulator/simulator.ts";

/** A service in a thread of its own, so that its work is not counted as ours. Its jobs run for ever. */

const simulator = await startSimulator({ queueSeconds: 0, balanceUsd: 1e9 });
simulator.fail({ kind: "stuck", in: "in_progress" }, { times: "always" });
// What was asked is of no use here, and would fill the memory.
setInterval(simulator.forgetRequests, 500);
parentPort?.postMessage({ baseUrl: simulator.baseUrl, token: simulator.token }, []);
