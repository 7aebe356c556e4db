import { parentPort } from "node:worker_threads";
import { compiling } from "./compiling.ts";

parentPort?.postMessage(compiling(), []);
