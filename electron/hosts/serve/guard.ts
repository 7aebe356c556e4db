import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Sessions } from "./sessions.ts";

/** Who may talk to the server: pages of its own address, in a browser that was given the key. */
export interface Guard {
  /** In the fragment of the printed address, which no browser sends anywhere. */
  readonly key: string;
  /** Whether a request comes from our own page, or from no page at all. */
  readonly isOwn: (request: IncomingMessage) => boolean;
  /** Whether the browser has shown the key before. */
  readonly hasSession: (request: IncomingMessage) => boolean;
  /** The `Set-Cookie` header of a new session, or null when the key is wrong. */
  readonly openSession: (key: string) => string | null;
}

/** @param port The port that the server listens on: cookies do not tell ports apart, so its name does. */
export function createGuard(port: number, sessions: Sessions): Guard {
  const key = randomBytes(24).toString("base64url");
  const cookieName = `shotgraph-${port}`;
  // A page of another site that points its own name at 127.0.0.1 still sends its own name as the host.
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);

  return {
    key,
    isOwn: ({ headers }) => {
      const { host = "", origin } = headers;
      const site = headers["sec-fetch-site"];
      const isForeignSite = site === "cross-site" || site === "same-site";
      const isNavigation = headers["sec-fetch-mode"] === "navigate";
      return (
        hosts.has(host) &&
        (origin === undefined || origin === `http://${host}`) &&
        (!isForeignSite || isNavigation)
      );
    },
    hasSession: ({ headers }) => sessions.has(cookieValue(headers.cookie ?? "", cookieName)),
    openSession: (given) => {
      if (!isSame(given, key)) return null;
      return `${cookieName}=${sessions.open()}; Path=/; HttpOnly; SameSite=Strict`;
    },
  };
}

/** Takes the same time for every wrong answer. */
function isSame(given: string, expected: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}

function cookieValue(header: string, name: string): string {
  const pairs = header.split(";").map((pair) => pair.trim().split("="));
  return pairs.find(([key]) => key === name)?.[1] ?? "";
}
