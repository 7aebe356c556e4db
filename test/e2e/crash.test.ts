import { expect, test } from "vitest";
import { gone, towards, makeStage } from "./stage.ts";
import { kite } from "./requests.ts";
import { playTake, watch } from "./takes.ts";
import {
  boardTabs,
  chooseEngine,
  details,
  kept,
  nodeOf,
  pasteRequest,
  runButton,
} from "./window.ts";
import { wireTo } from "./wire.ts";

const stage = makeStage();

const toRunOnce = async () => {
  const simulator = await stage.simulate();
  const app = await stage.start({ env: towards(simulator) });
  const page = await stage.open(app, { allowed: gone });
  const board = kept(page, "A red kite");
  await pasteRequest(page, JSON.stringify({ model: kite.model, ...kite.input }));
  await board;
  await chooseEngine(page, "Kling");
  await runButton(page).click();
  await page.getByRole("button", { name: /^Run · about/ }).click();
  await simulator.seen("submit");
  return { simulator, app, page };
};

test("a job goes on after the program was killed in the middle of it", async () => {
  const { simulator, app, page } = await toRunOnce();
  simulator.posts()[0]?.start();
  await nodeOf(page, "Scene").getByText("In progress").waitFor();
  await app.stop("SIGKILL");
  await page.close();
  simulator.posts()[0]?.succeed();

  const again = await stage.start({ dataDir: app.dataDir, env: towards(simulator) });
  const later = await stage.open(again);
  await nodeOf(later, "Scene").getByText("Take 1 · 3 s").waitFor();
  expect(await watch(await playTake(later, "Scene"))).toMatchObject({ seconds: 3 });
  expect(simulator.count("submit")).toBe(1);
});

test("a job that ends while a page reads the list of jobs is shown as ended", async () => {
  const { simulator, page } = await toRunOnce();
  simulator.posts()[0]?.start();
  await nodeOf(page, "Scene").getByText("In progress").waitFor();
  await page.route("**/call/jobs.list", async (route) => {
    const old = await route.fetch();
    simulator.posts()[0]?.succeed();
    await expect.poll(async () => (await route.fetch()).text()).toContain('"state":"done"');
    await route.fulfill({ response: old });
  });
  await page.reload();
  await nodeOf(page, "Scene").getByText("Take 1 · 3 s").waitFor();
});

test("a page whose wire was cut comes back by itself and shows what it has missed", async () => {
  const simulator = await stage.simulate();
  const app = await stage.start({
    env: towards(simulator),
    settings: { engine: "runcomfy", welcomed: true },
  });
  const wire = await wireTo(app);
  const page = await stage.open(wire, { allowed: gone });
  await pasteRequest(page, JSON.stringify({ model: kite.model, ...kite.input }));
  await runButton(page).click();
  await page.getByRole("button", { name: /^Run · about/ }).click();
  await nodeOf(page, "Scene").getByText("In queue, place 3").waitFor();
  wire.cut();
  const alarm = page.getByRole("alert");
  await alarm.getByText("The program behind this page does not answer.").waitFor();
  await alarm.getByText(/^Next try in \d+ s$/).waitFor();
  const kept = simulator.seen("download");
  simulator.posts()[0]?.succeed();
  await kept;

  wire.mend();
  await alarm.getByRole("button", { name: "Try now" }).click();
  await alarm.waitFor({ state: "detached" });
  await nodeOf(page, "Scene").getByText("Take 1 · 3 s").waitFor();
  expect(simulator.count("submit")).toBe(1);
});

test("a page that stays open says that the program is gone, and takes what was written meanwhile to the one that is started next", async () => {
  const app = await stage.start();
  const page = await stage.open(app, { allowed: gone });
  const title = details(page).getByRole("textbox", { name: "Title of the board" });
  const draft = kept(page, "A title to keep");
  await title.fill("A title to keep");
  await draft;
  await app.stop("SIGKILL");
  const alarm = page.getByRole("alert");
  await alarm.getByText("The program behind this page does not answer.").waitFor();
  const late = kept(page, "Written meanwhile");
  await title.fill("Written meanwhile");

  const port = Number(new URL(app.address).port);
  const again = await stage.start({ dataDir: app.dataDir, port });
  await alarm.waitFor({ state: "detached" });
  await late;

  const later = await stage.open(again);
  const tab = later.getByRole("tab", { name: "Written meanwhile" });
  await tab.getByRole("img", { name: "Not saved" }).waitFor();
  await details(later).getByRole("textbox", { name: "Title of the board" }).waitFor();
  expect(await boardTabs(later).count()).toBe(1);
});

test("a page that another program answers is told where to go", async () => {
  const app = await stage.start();
  const page = await stage.open(app, { allowed: gone });
  // All parts of the page have come: none is missing when nobody is left to ask for it.
  const draft = kept(page, "All is there");
  await details(page).getByRole("textbox", { name: "Title of the board" }).fill("All is there");
  await draft;
  await page.waitForFunction(() =>
    performance.getEntriesByType("resource").some(({ name }) => name.includes("OnDemand")),
  );
  await app.stop("SIGKILL");
  const alarm = page.getByRole("alert");
  await alarm.waitFor();
  await stage.start({ port: Number(new URL(app.address).port) });
  await alarm.getByText("does not know it").waitFor();
  expect(await alarm.innerText()).toContain("Open the address that Shotgraph printed");
});

test("a job whose answer is lost is never sent again, and can be taken over by its id", async () => {
  const simulator = await stage.simulate();
  simulator.fail({ kind: "answerLost", call: "submit", done: true });
  const app = await stage.start({ env: towards(simulator) });
  const page = await stage.open(app);
  const board = kept(page, "A red kite");
  await pasteRequest(page, JSON.stringify({ model: kite.model, ...kite.input }));
  await board;
  await chooseEngine(page, "Kling");
  await runButton(page).click();
  await page.getByRole("button", { name: /^Run · about/ }).click();
  const scene = nodeOf(page, "Scene");
  await scene.getByText("Outcome unknown").waitFor();
  await page.close();
  await app.stop("SIGKILL");

  const again = await stage.start({ dataDir: app.dataDir, env: towards(simulator) });
  const later = await stage.open(again);
  await nodeOf(later, "Scene").getByText("Outcome unknown").waitFor();
  await later.getByRole("button", { name: "Jobs" }).click();
  const jobs = later.getByRole("complementary", { name: "Jobs" });
  await jobs.getByText(/never sends a paid request twice by itself/).waitFor();
  await jobs.getByRole("button", { name: "Look at Generations" }).waitFor();
  await jobs.getByRole("button", { name: "Send again" }).waitFor();
  await jobs.getByRole("button", { name: "I found its request id" }).click();
  await jobs
    .getByRole("textbox", { name: "Request id" })
    .fill(simulator.posts()[0]?.requestId ?? "");
  await jobs.getByRole("button", { name: "Take it over" }).click();
  simulator.posts()[0]?.succeed();
  await nodeOf(later, "Scene").getByText("Take 1 · 3 s").waitFor();
  expect(simulator.count("submit")).toBe(1);
});
