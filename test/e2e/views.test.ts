import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openShots } from "./openings.ts";
import { makeStage } from "./stage.ts";
import { details, nodeOf, shownRequest } from "./window.ts";

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
