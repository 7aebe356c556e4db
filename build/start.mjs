import { build } from "./build.mjs";
import { desktopProblem, getElectron, hasDisplay, thisMachine } from "./desktop.mjs";
import { parseFlags, usage } from "./flags.mjs";
import { install } from "./install.mjs";
import { node24, root, run } from "./run.mjs";

/**
 * `npm start`: installs what is missing, builds what is stale and starts the desktop app; serves
 * the same program to a browser where there can be no desktop app.
 *
 * @param {string[]} args
 * @returns {Promise<number>} The exit code.
 */
async function start(args) {
  /** @type {import("./flags.mjs").Flags} */
  let flags;
  try {
    flags = parseFlags(args, process.env["INIT_CWD"] ?? process.cwd());
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return 2;
  }
  if (flags.help) {
    console.log(usage);
    return 0;
  }

  const problem = await install();
  if (problem) {
    console.error(problem);
    return 1;
  }
  const built = await build({ quiet: true });
  if (built.code !== 0) {
    console.error(built.output);
    return built.code;
  }
  return flags.serve ? serve(flags) : startDesktop(flags);
}

/** @param {import("./flags.mjs").Flags} flags */
async function startDesktop(flags) {
  const problem = desktopProblem(thisMachine());
  const electron = problem ? undefined : await getElectron();
  if (electron) {
    const { code } = await run(electron, [root, ...dataDirOf(flags)]);
    return code;
  }
  console.log(`${problem ?? "Electron could not be fetched"}, so a browser gets the same program.`);
  return serve(flags);
}

/** @param {import("./flags.mjs").Flags} flags */
async function serve(flags) {
  const { code } = await run(node24, [
    "--disable-warning=ExperimentalWarning",
    "electron/hosts/serve.ts",
    ...(flags.open && hasDisplay(thisMachine()) ? ["--open"] : []),
    ...(flags.port === undefined ? [] : ["--port", flags.port]),
    ...dataDirOf(flags),
  ]);
  return code;
}

/** @param {import("./flags.mjs").Flags} flags */
function dataDirOf({ dataDir }) {
  return dataDir === undefined ? [] : ["--data-dir", dataDir];
}

process.exitCode = await start(process.argv.slice(2));
