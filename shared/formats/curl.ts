import type { ModelRequest } from "../compile/decompile.ts";
import { shellWords, windowsWords } from "./shell.ts";

/** cURL commands, in and out. Whatever a command carries besides its URL and its body, a token first of all, is left. */

export type CurlReading =
  | { readonly ok: true; readonly url: string; readonly body: string }
  | {
      readonly ok: false;
      readonly failure: {
        readonly code: "noBody" | "bodyInFile";
        readonly values: { readonly [name: string]: string };
      };
    };

const command = /(?:^|[\s$;&|(])curl(?:\.exe)?\s/;
export const isCurl = (text: string): boolean => command.test(text);

/** Long options with a value that is not needed; without a list, their value would be taken for the URL. */
const valued = new Set(
  "header request user user-agent output max-time connect-timeout cookie cookie-jar referer proxy cacert cert key retry retry-delay retry-max-time write-out form resolve oauth2-bearer config interface".split(
    " ",
  ),
);
const dataOptions = new Set(["data", "data-raw", "data-binary", "data-ascii", "json"]);
const valuedLetters = new Set("HXuAebcomxFTEKwCDyYzrQPUt");

interface Option {
  readonly name: string;
  /** Undefined when it stands in the next word. */
  readonly value: string | undefined;
}

/** What a word says as options; a bundle such as `-sSd` ends with the one that takes a value. */
function optionIn(word: string): Option | undefined {
  if (word.startsWith("--")) {
    const at = word.indexOf("=");
    return at === -1
      ? { name: word.slice(2), value: undefined }
      : { name: word.slice(2, at), value: word.slice(at + 1) };
  }
  if (!word.startsWith("-") || word === "-") return undefined;
  const letters = word.slice(1).split("");
  const i = letters.findIndex((letter) => letter === "d" || valuedLetters.has(letter));
  if (i === -1) return { name: "", value: undefined };
  const rest = letters.slice(i + 1).join("");
  return {
    name: letters[i] === "d" ? "data" : "header",
    value: rest === "" ? undefined : rest,
  };
}

/** Reads the URL and the body out of a cURL command for `sh`, bash or the Windows prompt. */
export function parseCurl(text: string): CurlReading {
  const start = text.search(command);
  const from = text.slice(text.indexOf("curl", Math.max(0, start)));
  const isWindows = /\^\s*\r?\n|\^"/.test(from);
  const words = (isWindows ? windowsWords(from) : shellWords(from)).slice(1);
  let url = "";
  const bodies: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? "";
    const option = optionIn(word);
    if (!option) {
      url ||= word;
      continue;
    }
    const isData = dataOptions.has(option.name) || option.name === "data-urlencode";
    if (!isData && option.name !== "url" && !valued.has(option.name)) continue;
    const value = option.value ?? words[++i] ?? "";
    if (option.name === "url") url = value;
    else if (isData) bodies.push(option.name === "data-raw" ? value : fromInput(value, from));
  }
  const body = bodies.join("&");
  if (body.startsWith("@")) return fail("bodyInFile", { file: body.slice(1) });
  return body.trim() === "" ? fail("noBody", {}) : { ok: true, url, body };
}

const fail = (
  code: "noBody" | "bodyInFile",
  values: { readonly [name: string]: string },
): CurlReading => ({ ok: false, failure: { code, values } });

/** A body that a command reads from its input can stand right behind it, as a here-document. */
function fromInput(value: string, text: string): string {
  if (value !== "@-") return value;
  return /<<-?\s*(['"]?)(\w+)\1[^\n]*\n([\s\S]*?)\n\s*\2\s*(?:\n|$)/.exec(text)?.[3] ?? value;
}

/** The model that a URL calls, or undefined when it is not a call of a model. */
export function modelInUrl(url: string): string | undefined {
  const path = /\/models\/([^?#\s]+)/.exec(url)?.[1]?.replace(/\/+$/, "");
  if (path === undefined || path === "") return undefined;
  try {
    return path.split("/").map(decodeURIComponent).join("/");
  } catch {
    return path;
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/**
 * A command for `sh` that sends the request. The token stands in it as a variable of the shell, never as itself.
 * `baseUrl` is the service's address up to its version, such as `https://model-api.runcomfy.net/v1`.
 */
export function printCurl(request: ModelRequest, baseUrl: string): string {
  const url = `${baseUrl.replace(/\/+$/, "")}/models/${request.model}`;
  return [
    `curl -X POST ${quoted(url)}`,
    `-H "Authorization: Bearer $RUNCOMFY_API_TOKEN"`,
    `-H ${quoted("Content-Type: application/json")}`,
    `--data-raw ${quoted(JSON.stringify(request.input, null, 2))}`,
  ]
    .join(" \\\n  ")
    .concat("\n");
}
