/**
 * Whether a `fetch` that failed has certainly sent nothing: no name, no route, nobody there, no trust. Whatever is not known
 * to come before the first byte counts as sent, because a request that is repeated can be paid twice. The code of an error
 * is not enough: a network that goes away says EHOSTUNREACH to who connects and to who waits for an answer.
 */
export function wasNeverSent(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  // One error for each address that was tried.
  if (cause instanceof AggregateError) return cause.errors.every(isBeforeSending);
  return isBeforeSending(cause);
}

/** The system's calls that are made before there is a connection. */
const beforeConnection: ReadonlySet<unknown> = new Set(["getaddrinfo", "connect"]);

/** Node's codes for a certificate that it does not believe; until it does, nothing is written to the connection. */
const noTrust = /^(CERT_|UNABLE_TO_|DEPTH_ZERO_SELF_SIGNED_CERT$|SELF_SIGNED_CERT_)/;

const codes: ReadonlySet<string> = new Set([
  "UND_ERR_CONNECT_TIMEOUT",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "HOSTNAME_MISMATCH",
]);

/** What has no code of its own: a port that `fetch` does not go to, and a connection that ended before it was secure. */
const messages: ReadonlySet<string> = new Set([
  "bad port",
  "Client network socket disconnected before secure TLS connection was established",
]);

function isBeforeSending(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("syscall" in error && beforeConnection.has(error.syscall)) return true;
  const code = "code" in error ? String(error.code) : "";
  return codes.has(code) || noTrust.test(code) || messages.has(error.message);
}
