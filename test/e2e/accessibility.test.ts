import { expect, test } from "vitest";
import { barriers } from "./barriers.ts";
import { putBoard, shotsOf, story } from "./boards.ts";
import { makeStage } from "./stage.ts";
import { details, nodeOf, openBoard, runButton, showTab } from "./window.ts";

const stage = makeStage();

const panels = ["Add nodes", "Templates", "Outline", "Takes", "Jobs", "Problems"] as const;
const dialogs = [
  ["Control+,", "Settings"],
  ["Control+o", "Open a board"],
  ["Control+Shift+s", "Save the board"],
  ["Control+Alt+v", "Paste a request"],
  ["Control+k", "Search"],
  ["?", "Keyboard shortcuts"],
] as const;

test.each(["dark", "light"] as const)("nothing shuts anybody out: %s", async (colorScheme) => {
  const app = await stage.start();
  await putBoard(app, "Broken", story({ shots: shotsOf(2, 16), scene: { summary: "" } }));
  const page = await stage.open(app, { colorScheme });
  const found: string[] = [];
  const onlyColors = colorScheme === "light";
  const look = async (view: string, within?: string): Promise<void> => {
    found.push(...(await barriers(page, { view, onlyColors, ...(within && { within }) })));
  };
  await nodeOf(page, /^Shot 1/).click({ position: { x: 40, y: 10 } });
  await details(page).getByRole("heading", { name: "Shot 1" }).waitFor();
  await look("a shot selected");
  await nodeOf(page, "Settings").click({ position: { x: 40, y: 10 } });
  await details(page).getByRole("heading", { name: "Settings" }).waitFor();
  await look("settings selected", "aside");
  await (await showTab(page, "Request")).getByRole("group", { name: /^The request/ }).waitFor();
  await look("request", "aside");
  await page.getByRole("radio", { name: "Table" }).click();
  await page.getByRole("grid", { name: "Shot table" }).waitFor();
  await look("shot table", "section");
  await page.getByRole("radio", { name: "Timeline" }).click();
  // A theme is the same in every panel and dialog: once is enough for those.
  for (const panel of onlyColors ? [] : panels) {
    const button = page
      .getByRole("navigation", { name: "Panels" })
      .getByRole("button", { name: panel });
    await button.click();
    await page.getByRole("complementary", { name: panel }).waitFor();
    await look(panel, "aside");
    await button.click();
  }
  for (const [keys, title] of onlyColors ? [] : dialogs) {
    await page.keyboard.press(keys);
    const dialog = page.getByRole("dialog", { name: title });
    await dialog.waitFor();
    await look(title, "[role=dialog]");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
  }
  await openBoard(page, "Broken");
  await showTab(page, "Problems");
  await look("problems", "aside");
  await page.keyboard.press("Control+n");
  await page.getByText("An empty board").waitFor();
  await look("an empty board");
  await runButton(page).waitFor();
  expect(found).toEqual([]);
});

test("the player shuts nobody out", async () => {
  const app = await stage.start({ settings: { welcomed: true } });
  await putBoard(app, "Short", story({ shots: shotsOf(3) }));
  const page = await stage.open(app);
  await openBoard(page, "Short");
  await runButton(page).click();
  await nodeOf(page, "Scene").getByRole("progressbar").waitFor();
  const found = [...(await barriers(page, { view: "a running job" }))];
  await nodeOf(page, "Scene").getByRole("button", { name: "Play take 1" }).click();
  await page.getByRole("region", { name: "Player" }).waitFor();
  found.push(...(await barriers(page, { view: "player", within: "main" })));
  expect(found).toEqual([]);
});
