import { expect, test } from "vitest";
import { putBoard, shotsOf, story } from "./boards.ts";
import { asCurl, ferry, kite } from "./requests.ts";
import { towards, makeStage } from "./stage.ts";
import { playTake, watch } from "./takes.ts";
import {
  chooseEngine,
  command,
  nodeOf,
  nodesOfType,
  openBoard,
  pasteRequest,
  runButton,
  showTab,
  shownRequest,
} from "./window.ts";

const stage = makeStage();

test("a pasted request becomes shots and a scene, and is sent as it was", async () => {
  const simulator = await stage.simulate({ balanceUsd: 20 });
  const app = await stage.start({ env: towards(simulator) });
  const page = await stage.open(app);
  await pasteRequest(page, ferry);

  await expect.poll(() => nodesOfType(page, "shot").count()).toBe(3);
  expect(await nodesOfType(page, "scene").count()).toBe(1);
  for (const name of ["Shot 1, 5 seconds", "Shot 2, 4 seconds", "Shot 3, 3 seconds"]) {
    await nodeOf(page, name).waitFor();
  }
  expect(await shownRequest(page)).toEqual(ferry.input);

  await chooseEngine(page, "Kling");
  expect(await runButton(page).innerText()).toMatch(/Run scene\s+12 s · about \$1\.34/);
  await runButton(page).click();
  const bill = page.getByRole("dialog", { name: "Run at RunComfy" });
  await bill.getByText("Kling 3.0 Pro · text to video · 12 s · 3 shots · silent").waitFor();
  expect(simulator.count("submit")).toBe(0);
  await bill.getByRole("button", { name: "Run · about $1.34" }).click();

  const sent = await simulator.seen("submit");
  expect({ model: sent.model, input: sent.body }).toEqual(ferry);
  const scene = nodeOf(page, "Scene");
  await scene.getByText(/^In queue, place 3$/).waitFor();
  await page.getByRole("banner").getByRole("button", { name: "1 queued" }).waitFor();
  const [job] = simulator.posts();
  job?.start();
  await scene.getByText("In progress").waitFor();
  job?.succeed();
  await scene.getByText("Take 1 · 12 s").waitFor();
  await scene.getByText("Done", { exact: true }).waitFor();

  const player = await playTake(page, "Scene");
  expect(await watch(player)).toMatchObject({ seconds: 12 });
  const takes = player.getByRole("combobox", { name: "Take" }).getByRole("option");
  await expect.poll(() => takes.allInnerTexts()).toEqual([expect.stringMatching(/· \$1\.34$/)]);
  await page.getByText(/^Balance \$18\.66$/).waitFor();
  expect(simulator.count("submit")).toBe(1);
  expect(simulator.tokenLeaks()).toEqual([]);
});

test("a cURL command leaves its token behind", async () => {
  const page = await stage.open(await stage.start());
  const token = "rc-secret-of-somebody-4711";
  await command(page, "Paste a request");
  const dialog = page.getByRole("dialog", { name: "Paste a request" });
  const field = dialog.getByRole("textbox", { name: "Request" });
  await field.fill(asCurl(kite, token));
  await dialog.getByText(/There was a token in the text. It was taken out/).waitFor();
  expect(await field.inputValue()).not.toContain(token);
  await dialog.getByRole("button", { name: "Create board" }).click();
  await nodeOf(page, "Shot 1, 3 seconds").waitFor();
  expect(await shownRequest(page)).toEqual(kite.input);
  expect(await page.content()).not.toContain(token);
});

test("nine shots of 3 s say that they are two requests before anything is sent", async () => {
  const simulator = await stage.simulate();
  const app = await stage.start({ env: towards(simulator) });
  await putBoard(app, "Nine", story({ shots: shotsOf(...Array.from({ length: 9 }, () => 3)) }));
  const page = await stage.open(app);
  await openBoard(page, "Nine");
  await nodeOf(page, "Scene").getByText("2 requests").waitFor();

  await chooseEngine(page, "Kling");
  expect(await runButton(page).innerText()).toMatch(/27 s · 2 requests · about \$3\.02/);
  const panel = await showTab(page, "Request");
  const parts = panel.getByRole("group", { name: "Requests of this scene" }).getByRole("button");
  await expect
    .poll(() => parts.allInnerTexts())
    .toEqual([
      expect.stringMatching(/^Part 1\s+15 s · about \$1\.68$/),
      expect.stringMatching(/^Part 2\s+12 s · about \$1\.34$/),
    ]);
  expect(await shownRequest(page)).toMatchObject({ duration: 15, multi_prompt: { length: 5 } });
  await parts.nth(1).click();
  expect(await shownRequest(page)).toMatchObject({ duration: 12, multi_prompt: { length: 4 } });
  await (
    await showTab(page, "Problems")
  )
    .getByText("so the 27 s of this scene are sent as 2 requests: 15 + 12 s.")
    .waitFor();

  await runButton(page).click();
  const bill = page.getByRole("dialog", { name: "Run at RunComfy" });
  await expect
    .poll(() => bill.getByRole("row").allInnerTexts())
    .toEqual([
      expect.stringMatching(/^Request 1\s.*15 s · 5 shots · silent\s+\$1\.68$/s),
      expect.stringMatching(/^Request 2\s.*12 s · 4 shots · silent\s+\$1\.34$/s),
      expect.stringMatching(/^Total\s+about \$3\.02$/),
      expect.stringMatching(/^Balance/),
      expect.stringMatching(/^Left afterwards/),
    ]);
  expect(simulator.count("submit")).toBe(0);
  await bill.getByRole("button", { name: /^Run · / }).click();
  await simulator.seen("submit", 2);
  expect(simulator.posts().map(({ body }) => body["duration"])).toEqual([15, 12]);
  await nodeOf(page, "Scene")
    .getByText(/^1 of 2 · In queue/)
    .waitFor();
  for (const job of simulator.posts()) job.succeed();
  await nodeOf(page, "Scene").getByText("Take 1 · 27 s").waitFor();
  expect(simulator.count("submit")).toBe(2);
});
