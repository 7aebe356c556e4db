import { AppError } from "../../backend/appError.ts";

export const realBase = "https://model-api.runcomfy.net/v1";
const realBalance = "https://api.runcomfy.net/prod/v2/balance";

/** Where the calls of the service go. */
export interface Addresses {
  readonly submit: (model: string) => URL;
  readonly status: (requestId: string) => URL;
  readonly result: (requestId: string) => URL;
  readonly cancel: (requestId: string) => URL;
  readonly balance: URL;
  /** Whether a video may be fetched from there. */
  readonly isFileHost: (url: URL) => boolean;
}

/**
 * The service's addresses under a base. The token goes to them, so plain http is only for this computer. Links in the
 * service's answers are never asked: they could lead the token elsewhere.
 *
 * @throws AppError `badApiBase` with the base.
 */
export function addressesOf(base: string): Addresses {
  const root = parse(base);
  const isLocal = root !== undefined && isLoopback(root.hostname);
  const isSafe = root?.protocol === "https:" || (root?.protocol === "http:" && isLocal);
  if (root === undefined || !isSafe || root.username !== "" || root.password !== "") {
    throw new AppError("badApiBase", { base });
  }
  const prefix = root.href.replace(/[?#].*$/, "").replace(/\/+$/, "");
  const request = (id: string, call: string): URL =>
    new URL(`${prefix}/requests/${encodeURIComponent(id)}/${call}`);
  return {
    submit: (model) =>
      new URL(`${prefix}/models/${model.split("/").map(encodeURIComponent).join("/")}`),
    status: (id) => request(id, "status"),
    result: (id) => request(id, "result?include_cost=true"),
    cancel: (id) => request(id, "cancel"),
    balance: new URL(prefix === realBase ? realBalance : "/prod/v2/balance", root.origin),
    isFileHost: (url) => isServiceFile(url) || (isLocal && isLocalFile(url)),
  };
}

const parse = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined);

const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);

const isServiceFile = (url: URL): boolean =>
  url.protocol === "https:" && /\.runcomfy\.(net|com)$/.test(url.hostname) && isPlain(url);

const isLocalFile = (url: URL): boolean =>
  (url.protocol === "http:" || url.protocol === "https:") &&
  isLoopback(url.hostname) &&
  isPlain(url);

const isPlain = (url: URL): boolean => url.username === "" && url.password === "";
