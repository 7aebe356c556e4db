import { resolve } from "node:path";
import { parseArgs } from "node:util";

export const usage = `npm start -- [--serve] [--no-open] [--port N] [--data-dir DIR]
  --serve          serve to a browser, also where the desktop app could start
  --no-open        open no browser
  --port N         serve on this port instead of a free one
  --data-dir DIR   keep jobs, takes and settings in this folder`;

/**
 * @typedef {{ serve: boolean, open: boolean, port?: string, dataDir?: string, help: boolean }} Flags
 */

/**
 * The flags of `npm start`.
 *
 * @param {string[]} args
 * @param {string} folder What a relative path is relative to.
 * @returns {Flags} `port` asks for `serve` too.
 * @throws {Error} Whose message is a sentence, for a flag that is unknown or has a wrong value.
 */
export function parseFlags(args, folder) {
  const { values } = parseArgs({
    args,
    options: {
      serve: { type: "boolean", default: false },
      "no-open": { type: "boolean", default: false },
      port: { type: "string" },
      "data-dir": { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  const { port, "data-dir": dataDir } = values;
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) < 65536)) {
    throw new Error(`--port takes a number from 0 to 65535, not '${port}'.`);
  }
  return {
    serve: values.serve || port !== undefined,
    open: !values["no-open"],
    help: values.help,
    ...(port !== undefined && { port }),
    ...(dataDir !== undefined && { dataDir: resolve(folder, dataDir) }),
  };
}
