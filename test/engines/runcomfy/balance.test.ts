import { expect, onTestFinished, test } from "vitest";
import { createRuncomfyEngine } from "../../../electron/engines/runcomfy/engine.ts";
import { startSimulator } from "../../simulator/simulator.ts";

const open = async (balanceUsd = 12.5) => {
  const simulator = await startSimulator({ balanceUsd });
  onTestFinished(() => simulator.close());
  const engine = (token: string | undefined) =>
    createRuncomfyEngine({ base: simulator.baseUrl, token: () => token });
  return { simulator, engine };
};

test("the balance is what the account has", async () => {
  const { simulator, engine } = await open();
  expect(await engine(simulator.token).balance()).toEqual({ usd: 12.5 });
  simulator.fail({
    kind: "answer",
    call: "balance",
    status: 200,
    body: '{"balance_microdollars": "2500000"}',
  });
  expect(await engine(simulator.token).balance()).toEqual({ usd: 2.5 });
});

test("a balance that is not said is not 0", async () => {
  const { simulator, engine } = await open();
  simulator.fail({ kind: "answer", call: "balance", status: 200, body: "{}" });
  expect(await engine(simulator.token).balance()).toEqual({ usd: null });
});

test("what is wrong is said with the service's words", async () => {
  const { simulator, engine } = await open();
  await expect(engine("wrong").balance()).rejects.toMatchObject({
    code: "tokenRefused",
    words: "API token is missing, expired or revoked",
  });
  await expect(engine(undefined).balance()).rejects.toMatchObject({ code: "tokenMissing" });
  simulator.fail({ kind: "gatewayPage", call: "balance" });
  await expect(engine(simulator.token).balance()).rejects.toMatchObject({
    code: "serviceDown",
    words: "502 Bad Gateway",
  });
  await simulator.goDown();
  await expect(engine(simulator.token).balance()).rejects.toMatchObject({ code: "network" });
});
