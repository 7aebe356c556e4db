import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { putBoard, shotsOf, story } from "./boards.ts";
import { openShots } from "./openings.ts";
import { makeStage } from "./stage.ts";
import {
  details,
  header,
  nodeOf,
  nodesOfType,
  openBoard,
  shotOf,
  shownRequest,
  steps,
} from "./window.ts";

const stage = makeStage();

const clip = (page: Page, number: number) =>
  page
    .getByRole("toolbar", { name: /^Shots of the scene/ })
    .getByRole("button", { name: new RegExp(`^Shot ${number} `) });

test("a length that is changed on the timeline is changed on the board and in the request", async () => {
  const page = await openShots(stage, [3, 4, 5]);
  await clip(page, 2).focus();
  await page.keyboard.press("Shift+ArrowRight");
  await nodeOf(page, "Shot 2, 5 seconds").waitFor();
  await page.keyboard.press("Control+Shift+ArrowRight");
  await nodeOf(page, "Shot 2, 6 seconds").waitFor();
  await nodeOf(page, "Shot 3, 4 seconds").waitFor();
  await page.keyboard.press("Enter");
  await details(page).getByRole("heading", { name: "Shot 2" }).waitFor();

  await clip(page, 2).focus();
  await page.keyboard.press("l");
  await nodeOf(page, "Shot 2, 6 seconds").getByRole("img", { name: "Locked length" }).waitFor();
  await page.getByRole("button", { name: "Fit to…" }).click();
  const fit = page.getByRole("dialog", { name: "Fit the scene to a length" });
  await fit.getByRole("textbox", { name: "Seconds" }).fill("15");
  await fit.getByRole("button", { name: "Fit", exact: true }).click();
  await fit.waitFor({ state: "detached" });
  expect(await shownRequest(page)).toMatchObject({
    duration: 15,
    multi_prompt: [{ duration: 4 }, { duration: 6 }, { duration: 5 }],
  });
});

test("a shot that is added on the timeline is brought into view on the canvas", async () => {
  const page = await stage.open(await stage.start());
  await page.getByRole("application").waitFor();
  const clips = page.getByRole("contentinfo").getByText("4 shots");
  // So far away from all nodes that none is drawn.
  await nodeOf(page, /^Shot 1/).focus();
  for (let step = 0; step < 5; step++) await page.keyboard.press("Control+=");
  await page.getByRole("button", { name: "Add a shot at the end" }).click();
  await clips.waitFor();
  await nodeOf(page, /^Shot 4/).waitFor();
  await expect
    .poll(() =>
      nodeOf(page, /^Shot 4/).evaluate((node) => {
        const box = node.getBoundingClientRect();
        return node.contains(document.elementFromPoint(box.x + box.width / 2, box.y + 10));
      }),
    )
    .toBe(true);
});

/** Presses on a clip, so many px before its end, and pulls it to the right, without letting go. */
async function pull(page: Page, number: number, right: number, by: number): Promise<void> {
  const { x, y, width } = (await clip(page, number).boundingBox()) ?? { x: 0, y: 0, width: 0 };
  await page.mouse.move(x + width - right, y + 12);
  await page.mouse.down();
  await page.mouse.move(x + width - right + by, y + 12, { steps: 4 });
}

test("a clip that is deleted while it is dragged moves no other one", async () => {
  const page = await openShots(stage, [3, 4, 5]);
  await pull(page, 1, 60, 400);
  await page.getByRole("status").getByText("To place").waitFor();
  await page.keyboard.press("Delete");
  await clip(page, 3).waitFor({ state: "detached" });
  await page.mouse.up();
  expect(await steps(page)).toEqual(["Delete Shot 1", "Beginning"]);
});

test("an end that is pulled while another board comes changes neither of them", async () => {
  const app = await stage.start({ settings: { welcomed: true } });
  await putBoard(app, "First", story({ shots: shotsOf(3, 4) }));
  await putBoard(app, "Second", story({ shots: shotsOf(5, 4) }));
  const page = await stage.open(app);
  await openBoard(page, "Second");
  await openBoard(page, "First");
  await pull(page, 1, 3, 150);
  await page
    .getByRole("status")
    .getByText(/ total /)
    .waitFor();
  await page.keyboard.press("Control+PageUp");
  await nodeOf(page, "Shot 1, 5 seconds").waitFor();
  await clip(page, 1).getByText("5 s", { exact: true }).waitFor();
  await page.mouse.up();
  await openBoard(page, "First");
  await nodeOf(page, "Shot 1, 3 seconds").waitFor();
  await openBoard(page, "Second");
  await nodeOf(page, "Shot 1, 5 seconds").waitFor();
  await page.getByRole("contentinfo").getByText("Saved", { exact: true }).waitFor();
  expect(await page.getByText("Unsaved changes").count()).toBe(0);
});

test("the shots are a table, too", async () => {
  const page = await openShots(stage, [3, 4]);
  await page.getByRole("radio", { name: "Table" }).click();
  const table = page.getByRole("grid", { name: "Shot table" });
  const row = table.getByRole("row").filter({ hasText: "Look 2" });
  await row.getByRole("gridcell", { name: "4 s", exact: true }).dblclick();
  const seconds = table.getByRole("textbox", { name: "Seconds" });
  await seconds.fill("7");
  await seconds.press("Enter");
  await nodeOf(page, "Shot 2, 7 seconds").waitFor();
  expect(await shownRequest(page)).toMatchObject({ duration: 10 });
  await page.keyboard.press("Control+z");
  await nodeOf(page, "Shot 2, 4 seconds").waitFor();
});

test("a scene that is off, or whose shots are, is made active again where its shots would stand", async () => {
  const page = await openShots(stage, [3, 4]);
  const timeline = page.getByRole("region", { name: "Timeline" });
  const activate = timeline.getByRole("button", { name: "Make active" });
  await shotOf(page, 1).click(header);
  await shotOf(page, 2).click({ ...header, modifiers: ["Control"] });
  await page.keyboard.press("Control+m");
  await timeline.getByText("The shots of this scene are off.").waitFor();
  await activate.click();
  await clip(page, 2).waitFor();
  await nodeOf(page, "Shot 2, 4 seconds").waitFor();

  await nodeOf(page, "Scene").click({ ...header, modifiers: ["Control"] });
  await page.keyboard.press("Control+m");
  await timeline.getByText("This scene is off.").waitFor();
  await activate.click();
  await clip(page, 2).waitFor();
  expect(await activate.count()).toBe(0);
  await page.keyboard.press("Control+z");
  await timeline.getByText("This scene is off.").waitFor();
});

test("a cell of the table copies and pastes its own text, and says what it does not take", async () => {
  const page = await openShots(stage, [3, 4]);
  await page.getByRole("radio", { name: "Table" }).click();
  const table = page.getByRole("grid", { name: "Shot table" });
  const cell = (name: string | RegExp) => table.getByRole("gridcell", { name }).first();
  const paste = async (words: string): Promise<void> => {
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), words);
    await page.keyboard.press("Control+v");
  };
  await cell(/^Look 1/).click();
  await page.keyboard.press("Control+c");
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toBe("Look 1: a kite over the dunes.");
  await page.keyboard.press("ArrowDown");
  await paste("Rain.\nThen sun.\n");
  await expect.poll(() => cell(/^Rain/).innerText()).toBe("Rain. Then sun.");
  await cell("4 s").click();
  await paste("6 s");
  await shotOf(page, 2)
    .and(nodeOf(page, /6 seconds/))
    .waitFor();
  await paste("6.5");
  await page.getByRole("status").getByText("enter 6 or 7").waitFor();
  await page.keyboard.press("ArrowRight");
  await paste("close-up");
  await cell("Close-up").waitFor();
  await paste("huge");
  await page.getByRole("status").getByText("Size has no choice “huge”.").waitFor();
  expect(await nodesOfType(page, "prompt").count()).toBe(0);
});
