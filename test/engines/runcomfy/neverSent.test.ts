import { createServer, type Server, type Socket } from "node:net";
import { createServer as createSecureServer } from "node:tls";
import { describe, expect, onTestFinished, test } from "vitest";
import { realClock } from "../../../electron/backend/jobs/clock.ts";
import { callHttp } from "../../../electron/engines/runcomfy/http.ts";
import { wasNeverSent } from "../../../electron/engines/runcomfy/neverSent.ts";
import { selfSigned } from "./selfSigned.ts";

const body = "a request that costs money";

const post = (url: string) =>
  callHttp(realClock, { method: "POST", url: new URL(url), token: "token", body, timeout: 60_000 });

interface Place {
  readonly port: number;
  /** Everything that came in. */
  readonly heard: () => string;
}

/** @param meet What a service does with whoever comes. */
async function open(
  meet: (socket: Socket) => void,
  server: Server = createServer(),
): Promise<Place> {
  let heard = "";
  const secure = "setSecureContext" in server;
  server.on(secure ? "secureConnection" : "connection", (socket: Socket) => {
    socket.on("error", () => undefined);
    socket.on("data", (data) => (heard += String(data)));
    meet(socket);
  });
  server.on("tlsClientError", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { port: address.port, heard: () => heard };
}

const leave = (socket: Socket): void => void socket.destroy();
const reset = (socket: Socket): void => void socket.resetAndDestroy();
const onceHeard = (act: (socket: Socket) => void) => (socket: Socket) =>
  void socket.once("data", () => act(socket));

describe("a request that nothing has left of was not sent", () => {
  test("a port that fetch does not go to", async () => {
    expect(await post("http://127.0.0.1:1/")).toEqual({ kind: "notSent" });
  });

  test("nobody there", async () => {
    const server = createServer();
    const { port } = await open(leave, server);
    await new Promise((closed) => server.close(closed));
    expect(await post(`http://127.0.0.1:${port}/`)).toEqual({ kind: "notSent" });
    expect(await post(`http://localhost:${port}/`)).toEqual({ kind: "notSent" });
  });

  test.for([
    ["gone before the connection is secure", leave],
    ["gone at the first word of the handshake", onceHeard(leave)],
  ] as const)("%s", async ([, meet]) => {
    const place = await open(meet);
    expect(await post(`https://127.0.0.1:${place.port}/`)).toEqual({ kind: "notSent" });
    expect(place.heard()).not.toContain(body);
  });

  test("a certificate that nobody vouches for", async () => {
    const place = await open(leave, createSecureServer(selfSigned()));
    expect(await post(`https://127.0.0.1:${place.port}/`)).toEqual({ kind: "notSent" });
    expect(place.heard()).toBe("");
  });
});

describe("a request that may have arrived has no answer", () => {
  test.for([
    ["gone once it was heard", onceHeard(leave)],
    ["reset once it was heard", onceHeard(reset)],
    ["garbage", onceHeard((socket) => socket.end("what?\r\n\r\n"))],
    [
      "half an answer",
      onceHeard((socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 50\r\n\r\n{")),
    ],
  ] as const)("%s", async ([, meet]) => {
    const place = await open(meet);
    const got = await post(`http://127.0.0.1:${place.port}/`);
    expect(got).toEqual({ kind: "noAnswer", because: "network" });
    expect(place.heard()).toContain("POST / HTTP/1.1");
  });
});

describe("what the system and fetch call a failure", () => {
  const failed = (...causes: readonly Error[]): TypeError =>
    new TypeError("fetch failed", {
      cause: causes.length === 1 ? causes[0] : new AggregateError(causes),
    });
  const cause = (code: string, syscall?: string): Error =>
    Object.assign(new Error(`${syscall} ${code}`), { code, ...(syscall && { syscall }) });

  test.for<readonly [boolean, readonly (readonly [code: string, syscall?: string])[]]>([
    [true, [["ENOTFOUND", "getaddrinfo"]]],
    [true, [["EAI_AGAIN", "getaddrinfo"]]],
    [true, [["ECONNREFUSED", "connect"]]],
    [true, [["ECONNRESET", "connect"]]],
    [true, [["ENETUNREACH", "connect"]]],
    [true, [["EHOSTUNREACH", "connect"]]],
    [true, [["ENETDOWN", "connect"]]],
    [true, [["ETIMEDOUT", "connect"]]],
    [true, [["EADDRNOTAVAIL", "connect"]]],
    [true, [["UND_ERR_CONNECT_TIMEOUT"]]],
    [true, [["CERT_HAS_EXPIRED"]]],
    [true, [["CERT_NOT_YET_VALID"]]],
    [true, [["DEPTH_ZERO_SELF_SIGNED_CERT"]]],
    [true, [["SELF_SIGNED_CERT_IN_CHAIN"]]],
    [true, [["UNABLE_TO_VERIFY_LEAF_SIGNATURE"]]],
    [true, [["UNABLE_TO_GET_ISSUER_CERT_LOCALLY"]]],
    [true, [["ERR_TLS_CERT_ALTNAME_INVALID"]]],
    // Every address was tried.
    [
      true,
      [
        ["ETIMEDOUT", "connect"],
        ["ENETUNREACH", "connect"],
      ],
    ],
    [
      false,
      [
        ["ETIMEDOUT", "connect"],
        ["ECONNRESET", "read"],
      ],
    ],
    // The same words of a connection that stood.
    [false, [["EHOSTUNREACH", "read"]]],
    [false, [["ENETUNREACH", "write"]]],
    [false, [["ETIMEDOUT", "read"]]],
    [false, [["ECONNRESET", "read"]]],
    [false, [["EPIPE", "write"]]],
    [false, [["ECONNRESET"]]],
    [false, [["UND_ERR_SOCKET"]]],
    [false, [["UND_ERR_HEADERS_TIMEOUT"]]],
    [false, [["UND_ERR_BODY_TIMEOUT"]]],
    [false, [["UND_ERR_HEADERS_OVERFLOW"]]],
    [false, [["UND_ERR_RES_CONTENT_LENGTH_MISMATCH"]]],
    [false, [["UND_ERR_ABORTED"]]],
    [false, [["UND_ERR_DESTROYED"]]],
    [false, [["UND_ERR_INFO"]]],
    [false, [["HPE_INVALID_CONSTANT"]]],
    // A gateway can say these in the middle of a connection, too.
    [false, [["ERR_SSL_WRONG_VERSION_NUMBER"]]],
    [false, [["ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE"]]],
    [false, [["SOMETHING_NEW"]]],
  ])("never sent is %j: %j", ([isSo, causes]) => {
    expect(wasNeverSent(failed(...causes.map(([code, syscall]) => cause(code, syscall))))).toBe(
      isSo,
    );
  });

  test("what is no failure of a connection says nothing", () => {
    for (const error of [undefined, "refused", new Error("bad port"), failed(new Error("?"))]) {
      expect(wasNeverSent(error)).toBe(false);
    }
  });
});
