import { parseArgs } from "node:util";
import { startSimulator } from "./simulator.ts";

const usage = `Usage: npm run simulator -- [--port N] [--queue-seconds N] [--run-seconds N] [--concurrency N] [--token TOKEN]`;

const flags = {
  port: { type: "string", default: "0" },
  "queue-seconds": { type: "string", default: "6" },
  "run-seconds": { type: "string", default: "10" },
  concurrency: { type: "string", default: "Infinity" },
  token: { type: "string", default: "simulator-token" },
  help: { type: "boolean", default: false },
} as const;

const amount = (flag: string, text: string): number => {
  const value = Number(text);
  if (text.trim() === "" || Number.isNaN(value) || value < 0)
    throw new Error(`--${flag} needs a number of 0 or more, not "${text}"`);
  return value;
};

const start = async (): Promise<void> => {
  const { values } = parseArgs({ options: flags });
  if (values.help) {
    console.log(usage);
    return;
  }
  const simulator = await startSimulator({
    clock: "real",
    port: amount("port", values.port),
    queueSeconds: amount("queue-seconds", values["queue-seconds"]),
    runSeconds: amount("run-seconds", values["run-seconds"]),
    concurrency: amount("concurrency", values.concurrency),
    token: values.token,
    // Other ids at each start: a journal may still hold those of the last one.
    seed: new Date().toISOString(),
  });
  console.log(`export RUNCOMFY_MODEL_API_BASE=${simulator.baseUrl}`);
  console.log(`export RUNCOMFY_API_TOKEN=${simulator.token}`);
  const stop = (): void => void simulator.close();
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
};

try {
  await start();
} catch (failure) {
  console.error(failure instanceof Error ? failure.message : failure);
  console.error(usage);
  process.exitCode = 2;
}
