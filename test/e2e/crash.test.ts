import { expect, test } from "vitest";
import { gone, towards, makeStage } from "./stage.ts";
import { startPaid } from "./openings.ts";
import { kite } from "./requests.ts";
import { playTake, watch } from "./takes.ts";
import {
  boardTabs,
  chooseEngine,
  details,
  kept,
  nodeOf,
  pasteRequest,
  pay,
  runButton,
} from "./window.ts";
import { wireTo } from "./wire.ts";

const stage = makeStage();

const toRunOnce = async () => {
  const simulator = await stage.simulate();
  const app = await stage.start({ env: towards(simulator) });
  const page = await stage.open(app, { allowed: gone });
  const board = kept(page, "A red kite");
  await pasteRequest(page, kite);
  await board;
  await chooseEngine(page, "Kling");
  await pay(page);
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
  const app = await startPaid(stage, simulator);
  const wire = await wireTo(app);
  const page = await stage.open(wire, { allowed: gone });
  await pasteRequest(page, kite);
  await pay(page);
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
  await app.stop("SIGKILL");
  const alarm = page.getByRole("alert");
  await alarm.waitFor();
  await stage.start({ port: Number(new URL(app.address).port) });
  await alarm.getByText("does not know it").waitFor();
  expect(await alarm.innerText()).toContain("Open the address that Shotgraph printed");
});

test("what is asked for while the wire is cut comes when it is mended", async () => {
  const app = await stage.start({ settings: { welcomed: true } });
  const wire = await wireTo(app);
  const page = await stage.open(wire, { allowed: gone });
  const title = details(page).getByRole("textbox", { name: "Title of the board" });
  await title.waitFor();
  wire.cut();
  const alarm = page.getByRole("alert");
  await alarm.getByText("The program behind this page does not answer.").waitFor();
  await page.getByRole("button", { name: "Outline" }).click();
  const outline = page.getByRole("complementary", { name: "Outline" });
  const late = "This comes as soon as the program behind the page answers again.";
  await outline.getByText(late).waitFor();

  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: late }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  // Without a dialog the keys are the window's again.
  await title.fill("Meanwhile");
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: late }).waitFor();

  wire.mend();
  await alarm.getByRole("button", { name: "Try now" }).click();
  await page.getByRole("dialog", { name: "Search" }).getByRole("combobox").press("Escape");
  await outline.getByText(late).waitFor({ state: "detached" });
  expect(await title.inputValue()).toBe("Meanwhile");
});

test("a page that misses a part, or that cannot be drawn, is loaded again with what was not saved", async () => {
  const app = await stage.start();
  const page = await stage.open(app, { allowed: /ERR_FAILED|no numbers/ });
  const title = details(page).getByRole("textbox", { name: "Title of the board" });
  const dialogs = /\/Dialogs-[^/]+\.js$/;
  await page.route(dialogs, (route) => route.abort());
  await title.fill("In no file");
  await page.keyboard.press("Control+k");
  const alarm = page.getByRole("alert");
  await alarm.getByText("A part of this page cannot be loaded any more.").waitFor();
  expect(await title.inputValue()).toBe("In no file");
  await page.unroute(dialogs);
  await alarm.getByRole("button", { name: "Load again" }).click();
  await alarm.waitFor({ state: "detached" });

  // A part that fails once, and comes when it is asked for again.
  await page.route(dialogs, (route) => route.abort(), { times: 1 });
  await page.getByRole("tab", { name: "In no file" }).waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: "Search" }).getByRole("combobox").press("Escape");

  await title.fill("Still in no file");
  await page.evaluate(() => {
    const get = (): never => {
      throw new Error("no numbers");
    };
    Object.defineProperty(Intl.NumberFormat.prototype, "format", { get });
  });
  await page.getByRole("button", { name: "Choose what Run does" }).click();
  await page.getByRole("menuitemradio", { name: /^Kling/ }).click();
  await page.getByRole("heading", { name: "This window can no longer be drawn" }).waitFor();
  await page.getByRole("button", { name: "Load again" }).click();
  await runButton(page).waitFor();
  expect(await title.inputValue()).toBe("Still in no file");
});

test("a job whose answer is lost is never sent again, and can be taken over by its id", async () => {
  const simulator = await stage.simulate();
  simulator.fail({ kind: "answerLost", call: "submit", done: true });
  const app = await stage.start({ env: towards(simulator) });
  const page = await stage.open(app);
  const board = kept(page, "A red kite");
  await pasteRequest(page, kite);
  await board;
  await chooseEngine(page, "Kling");
  await pay(page);
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
