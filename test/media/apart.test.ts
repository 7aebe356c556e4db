import { expect, onTestFinished, test, vi } from "vitest";
import { forked, type Apart } from "../../electron/media/apart.ts";
import type { Message, Order } from "./apartScript.ts";

const start = forked<Order, Message, object>(new URL("apartScript.ts", import.meta.url), {
  isAwaited: true,
});

interface Done {
  readonly messages: readonly Message[];
  readonly failure: Error | undefined;
}

function carryOut(act: Order["act"], also?: (worker: Apart<object>) => void): Promise<Done> {
  const messages: Message[] = [];
  return new Promise((resolve) => {
    const worker = start(
      { act },
      {
        onMessage: (message) => messages.push(message),
        onEnd: (failure) => resolve({ messages, failure }),
      },
    );
    onTestFinished(worker.kill);
    also?.(worker);
  });
}

test("everything that a script says is heard before its end", async () => {
  const { messages, failure } = await carryOut("count");
  expect(failure).toBeUndefined();
  expect(messages).toEqual(Array.from({ length: 1000 }, (_, i) => i));
});

test("a crash ends the script alone, and what it had said is kept", async () => {
  const { messages, failure } = await carryOut("crash");
  expect(failure?.message).toBe("The process ended before its work was done");
  expect(messages).toEqual(["before"]);
});

test("what a script throws is the reason of its end", async () => {
  expect((await carryOut("throw")).failure?.message).toBe("no such codec");
});

test("a script hears what it is told, and can be ended in the middle", async () => {
  expect((await carryOut("wait", (worker) => worker.say({ stop: true }))).failure).toBeUndefined();
  expect((await carryOut("wait", (worker) => worker.kill())).failure).toBeDefined();
});

test("the token is not in the environment of a script", async () => {
  vi.stubEnv("RUNCOMFY_API_TOKEN", "canary");
  onTestFinished(() => void vi.unstubAllEnvs());
  const { messages } = await carryOut("environment");
  expect(messages[0]).toContain("PATH");
  expect(messages[0]).not.toContain("RUNCOMFY_API_TOKEN");
});
