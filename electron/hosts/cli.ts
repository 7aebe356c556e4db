import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import packageFile from "../../package.json" with { type: "json" };
import { AppError } from "../backend/appError.ts";
import { Ending, exitCodes, type ExitCode } from "./cli/ending.ts";
import type { ImportOptions } from "./cli/import.ts";
import type { JobsOptions } from "./cli/jobs.ts";
import type { LedgerOptions } from "./cli/ledger.ts";
import type { RunOptions } from "./cli/run.ts";
import { createTerminal } from "./cli/terminal.ts";
import { sentenceOf } from "./sentences.ts";

const codesHelp = `
Exit codes:
  0    done
  1    the board has an error, or a job did not end with a video
  2    the command line is wrong
  3    a file cannot be read or written, or is not what it should be
  4    the work could not begin: no token, or another Shotgraph has the data folder
  130  stopped with Ctrl+C; jobs that were sent go on with \`resume\`

The token of RunComfy: RUNCOMFY_API_TOKEN, or the one saved in the settings of \`npm start -- --serve\`.
The desktop app seals its own, so that nothing else can read it.`;

type Json = { readonly json?: boolean };

// Whoever has closed the pipe has what they wanted.
const terminal = createTerminal(() => process.exit(exitCodes.fine));

// Each command is loaded when it is asked for: checking a board should not wait for video codecs.

/** Hands a command's exit code on. Set, not exited with, so that what was printed gets out. */
const ended = (code: ExitCode): void => {
  process.exitCode = code;
};

function createProgram(): Command {
  const program = new Command("shotgraph")
    .description("Storyboards as node graphs: import, check, compile and run them.")
    .version(packageFile.version)
    .exitOverride()
    .addHelpText("after", codesHelp);
  const command = (name: string, description: string): Command =>
    program
      .command(name)
      .description(description)
      .option("--data-dir <dir>", "the folder of jobs, takes and settings")
      .addHelpText("after", codesHelp);
  const withJson = (name: string, description: string): Command =>
    command(name, description).option("--json", "print JSON, for scripts");

  command("import <file>", "make a board out of a request (JSON or cURL; - for standard input)")
    .option("--model <id>", "the model, when the request does not name it")
    .requiredOption("-o, --output <file>", "the board to write")
    .option("--force", "replace a file that is there already")
    .action(async (file: string, options: ImportOptions) => {
      const { importRequest } = await import("./cli/import.ts");
      ended(await importRequest(file, options, terminal));
    });
  withJson("validate <file>", "say what is wrong in a board").action(
    async (file: string, options: Json) => {
      const { validate } = await import("./cli/validate.ts");
      ended(await validate(file, options, terminal));
    },
  );
  withJson("compile <file>", "print the requests that a board becomes; nothing is sent").action(
    async (file: string, options: Json) => {
      const { compileFile } = await import("./cli/compile.ts");
      ended(await compileFile(file, options, terminal));
    },
  );
  withJson("run <file>", "run every scene and bring the videos to a folder")
    .addOption(
      new Option("--engine <engine>", "animatic is drawn here and free, runcomfy is paid")
        .choices(["animatic", "runcomfy"])
        .makeOptionMandatory(),
    )
    .requiredOption("--out <dir>", "where the videos go")
    .option("--again", "pay also for a request that was sent before, byte for byte")
    .action(async (file: string, options: RunOptions) => {
      const { run } = await import("./cli/run.ts");
      ended(await run(file, options, terminal));
    });
  withJson("jobs", "list the jobs").action(async (options: JobsOptions) => {
    const { listJobs } = await import("./cli/jobs.ts");
    ended(await listJobs(options, terminal));
  });
  withJson("resume", "go on with every open job until none is open").action(
    async (options: JobsOptions) => {
      const { resume } = await import("./cli/resume.ts");
      ended(await resume(options, terminal));
    },
  );
  withJson("ledger", "say what was sent to RunComfy and what it has cost")
    .option("--csv", "print each job as a line of CSV, for a spreadsheet")
    .option("--days <count>", "how many days, today included", daysOf, 30)
    .action(async (options: LedgerOptions) => {
      const { showLedger } = await import("./cli/ledger.ts");
      ended(await showLedger(options, terminal));
    });
  withJson("rebuild [library]", "make the list of jobs anew from the takes in a library").action(
    async (library: string | undefined, options: JobsOptions) => {
      const { rebuildList } = await import("./cli/rebuild.ts");
      ended(await rebuildList(library, options, terminal));
    },
  );
  return program;
}

function daysOf(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= 3660) return days;
  throw new InvalidArgumentError("It is a whole number from 1 to 3660.");
}

try {
  await createProgram().parseAsync();
} catch (error) {
  ended(codeOf(error));
}

/** Says what went wrong, unless that was said already. A bug is thrown on, with its stack. */
function codeOf(error: unknown): ExitCode {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
  }
  if (error instanceof Ending) {
    terminal.say(error.message);
    return error.code;
  }
  if (error instanceof AppError) {
    terminal.say(sentenceOf(error));
    return exitCodes.cannotStart;
  }
  throw error;
}
