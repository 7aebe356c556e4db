import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { AppError } from "../../electron/backend/appError.ts";
import { createDispatch, type Handlers } from "../../electron/backend/dispatch.ts";
import { createLog, createSecrets } from "../../electron/backend/log.ts";
import { calls, isCallName } from "../../shared/ipc/contract.ts";
import { testFolder } from "./folder.ts";

/** Handlers that fail, but for those that the test gives. */
function dispatchWith(handlers: Partial<Handlers>) {
  const file = join(testFolder(), "log");
  const secrets = createSecrets();
  secrets.add("t0ken-that-leaks");
  const refuse = async (): Promise<never> => {
    throw new AppError("notGiven");
  };
  const all = Object.fromEntries(Object.keys(calls).map((name) => [name, refuse]));
  // Every call has a handler by the line above; the compiler cannot count keys of fromEntries.
  const complete = { ...all, ...handlers } as Handlers;
  return {
    dispatch: createDispatch(complete, createLog(file, secrets)),
    log: () => readFileSync(file, "utf8"),
  };
}

test("gives the handler the parsed input and nothing else", async () => {
  const seen: unknown[][] = [];
  const { dispatch } = dispatchWith({
    "drafts.drop": async (...input) => {
      seen.push(input);
      return {};
    },
  });
  const by = { window: "one", read: null };
  const input = { id: "a", by };
  expect(await dispatch("drafts.drop", { ...input, extra: 1 })).toEqual({ ok: true, value: {} });
  expect(seen).toEqual([[input]]);
});

test.each(["constructor", "__proto__", "toString", "hasOwnProperty", "app.nothing", "", 7, null])(
  "knows no call %s",
  async (name) => {
    const { dispatch } = dispatchWith({});
    expect(await dispatch(name, {})).toEqual({ ok: false, error: { code: "unknownCall" } });
  },
);

test("every name of the contract is a call", () => {
  expect(Object.keys(calls).every(isCallName)).toBe(true);
});

test("refuses an input that is not in the contract, and does not log what it was", async () => {
  const { dispatch, log } = dispatchWith({});
  const answer = await dispatch("token.set", { token: ["s3cret-in-the-wrong-place"] });
  expect(answer).toEqual({ ok: false, error: { code: "badInput" } });
  expect(log()).toContain("token.set");
  expect(log()).not.toContain("s3cret");
});

test("a failure that a user can understand crosses with its values and the service's words", async () => {
  const { dispatch } = dispatchWith({
    "balance.get": async () => {
      throw new AppError("refused", { status: 401 }, "token t0ken-that-leaks is revoked");
    },
  });
  expect(await dispatch("balance.get", {})).toEqual({
    ok: false,
    error: { code: "refused", values: { status: 401 }, words: "token ••• is revoked" },
  });
});

test("a bug crosses as a code and is logged with its stack, without secrets", async () => {
  const { dispatch, log } = dispatchWith({
    "balance.get": async () => {
      throw new TypeError("no header for t0ken-that-leaks");
    },
  });
  expect(await dispatch("balance.get", {})).toEqual({ ok: false, error: { code: "bug" } });
  expect(log()).toMatch(/balance\.get failed: TypeError: no header for •••\n\s+at /);
});

test("an answer that is not in the contract is a bug", async () => {
  // What a handler in plain JavaScript could give.
  const wrong: unknown = { usd: "12" };
  const { dispatch } = dispatchWith({
    "balance.get": async () => wrong as { usd: number },
  });
  expect(await dispatch("balance.get", {})).toEqual({ ok: false, error: { code: "bug" } });
});

test("a link that the user follows leads to the web or to a mail and nowhere else", async () => {
  const opened: string[] = [];
  const { dispatch } = dispatchWith({
    "app.openAddress": async ({ address }) => {
      opened.push(address);
      return {};
    },
  });
  const follow = (address: unknown) => dispatch("app.openAddress", { address });
  const good = ["https://example.com/a?b=1#c", "http://127.0.0.1/", "mailto:mara@example.com"];
  for (const address of good) expect(await follow(address)).toEqual({ ok: true, value: {} });
  expect(opened).toEqual(good);
  const bad = [
    "javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "smb://host/share",
    "shell:startup",
    "ms-settings:",
    "/etc/passwd",
    "--help",
    "",
    `https://example.com/${"a".repeat(3000)}`,
    7,
  ];
  for (const address of bad) {
    expect(await follow(address)).toEqual({ ok: false, error: { code: "badInput" } });
  }
  expect(opened).toEqual(good);
});
