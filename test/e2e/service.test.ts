import { expect, test } from "vitest";
import { openPaidScene } from "./openings.ts";
import { makeStage } from "./stage.ts";
import { agree, pay, runButton } from "./window.ts";

const stage = makeStage();

test("without a token nothing is sent, and the way to the settings is shown", async () => {
  const simulator = await stage.simulate();
  const { page } = await openPaidScene(stage, simulator, { env: { RUNCOMFY_API_TOKEN: "" } });
  await runButton(page).click();
  const bill = page.getByRole("dialog", { name: "Run at RunComfy" });
  await bill.getByText("There is no RunComfy token yet, so nothing can be sent.").waitFor();
  await bill.getByRole("button", { name: "Add a token" }).click();
  const settings = page.getByRole("dialog", { name: "Settings" });
  await settings.getByText("No token is set.").waitFor();
  expect(simulator.requests).toEqual([]);
});

test("a wrong token is said in a sentence, and nothing is accepted", async () => {
  const simulator = await stage.simulate();
  const { page, scene } = await openPaidScene(stage, simulator, {
    env: { RUNCOMFY_API_TOKEN: "somebody-else" },
  });
  await pay(page);
  await scene.getByText("Failed", { exact: true }).waitFor();
  await scene.getByText(/RunComfy refused the token: it is wrong, expired or revoked/).waitFor();
  await page.getByRole("button", { name: "Jobs" }).click();
  const jobs = page.getByRole("complementary", { name: "Jobs" });
  await jobs.getByText(/RunComfy refused the token/).waitFor();
  expect(simulator.posts()).toEqual([]);
  expect(simulator.count("submit")).toBe(1);
});

test("no balance is said in a sentence; after topping up, the same run costs once", async () => {
  const simulator = await stage.simulate({ balanceUsd: 0 });
  const { page, scene } = await openPaidScene(stage, simulator);
  await runButton(page).click();
  const bill = page.getByRole("dialog", { name: "Run at RunComfy" });
  await bill.getByText("The balance is not enough for this run.").waitFor();
  await bill.getByRole("button", { name: /^Run · about/ }).click();
  await scene.getByText(/There is no balance left at RunComfy/).waitFor();
  expect(simulator.posts()).toEqual([]);

  simulator.grant(5);
  await scene.getByRole("button", { name: "Try again" }).click();
  await agree(page);
  await simulator.seen("submit", 2);
  simulator.posts()[0]?.succeed();
  await scene.getByText("Take 1 · 3 s").waitFor();
  expect(simulator.posts().length).toBe(1);
});

test("a service that is down is said in a sentence, and nothing is paid twice", async () => {
  const simulator = await stage.simulate();
  const { page, scene } = await openPaidScene(stage, simulator);
  await simulator.goDown("api");
  await pay(page);
  await scene.getByText(/RunComfy cannot be reached. Check the connection./).waitFor();
  await simulator.comeBack("api");
  // By itself: nothing had arrived, so nothing can be paid twice.
  await simulator.seen("submit");
  simulator.posts()[0]?.succeed();
  await scene.getByText("Take 1 · 3 s").waitFor();
  expect(simulator.count("submit")).toBe(1);
});

test("what the service says about a failure is shown as it is", async () => {
  const simulator = await stage.simulate();
  const { page, scene } = await openPaidScene(stage, simulator);
  await pay(page);
  await simulator.seen("submit");
  simulator.posts()[0]?.fail("The picture of segment 1 was refused by the reviewer.");
  await scene.getByText(/“The picture of segment 1 was refused by the reviewer.”/).waitFor();
  expect(simulator.count("submit")).toBe(1);
});

test("a queued job can be cancelled", async () => {
  const simulator = await stage.simulate();
  const { page, scene } = await openPaidScene(stage, simulator);
  await pay(page);
  await scene.getByText(/^In queue, place 3$/).waitFor();
  await scene.getByRole("button", { name: "Cancel" }).click();
  await scene.getByText("Cancelled", { exact: true }).waitFor();
  expect(simulator.posts()[0]?.phase()).toBe("cancelled");
  expect(simulator.count("submit")).toBe(1);
});
