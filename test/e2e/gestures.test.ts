import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { putBoard, shotsOf, story } from "./boards.ts";
import { openShots } from "./openings.ts";
import { makeStage } from "./stage.ts";
import { details, header, nodeOf, nodesOfType, openBoard, shotOf, titleField } from "./window.ts";

const stage = makeStage();

const selected = (page: Page): Locator =>
  page.getByRole("application").locator(".react-flow__node.selected");
const says = (page: Page, words: string): Promise<void> =>
  page.getByRole("status").getByText(words).waitFor();

async function boxOf(thing: Locator) {
  const box = await thing.boundingBox();
  if (box === null) throw new Error("It is not on the page");
  return box;
}

/** What the panel of a shot shows. */
const pictureOf = (shot: Locator): Promise<string> =>
  shot.locator(".frame-picture").evaluate((panel: HTMLElement) => panel.style.backgroundImage);

async function steps(page: Page): Promise<readonly string[]> {
  await page.keyboard.press("Control+Alt+z");
  const list = page.getByRole("dialog", { name: "History" });
  const words = await list.getByRole("option").allInnerTexts();
  await page.keyboard.press("Escape");
  await list.waitFor({ state: "detached" });
  return words;
}

test("an undo takes back what was written, brings back what was deleted, and lets no picture of the time between come", async () => {
  const page = await openShots(stage, [3, 4]);
  const [first, second] = [shotOf(page, 1), nodeOf(page, /^Shot \d, 4 seconds/)];
  await expect.poll(() => pictureOf(second)).not.toBe("");
  await expect.poll(() => pictureOf(first)).not.toBe("");
  const [before, after] = [await pictureOf(first), await pictureOf(second)];
  await first.click(header);
  await page.keyboard.press("Control+b");
  await nodeOf(page, "Shot 1, 4 seconds").waitFor();
  await page.keyboard.press("Control+z");
  await nodeOf(page, "Shot 2, 4 seconds").waitFor();

  const words = details(page).getByRole("textbox", { name: "What happens in this shot" });
  const text = await words.inputValue();
  await words.press("End");
  const typed = " Now the tide comes in over the dunes.";
  await words.pressSequentially(typed);
  // Painted after whatever was asked for earlier.
  await expect.poll(() => pictureOf(first)).not.toBe(before);
  expect(await pictureOf(second)).toBe(after);

  let presses = 0;
  for (; (await words.inputValue()) !== text; presses++) await page.keyboard.press("Control+z");
  // As many as there were pauses, which a slow machine makes, but not letter by letter.
  expect(presses).toBeLessThan(typed.length);

  await words.pressSequentially(" Rain.");
  await second.click(header);
  await first.click(header);
  await words.press("End");
  await words.pressSequentially(" Snow.");
  await second.click(header);
  expect((await steps(page)).slice(0, 2)).toEqual([
    "What happens in this shot: Shot 1",
    "What happens in this shot: Shot 1",
  ]);

  await page.keyboard.press("Delete");
  await second.waitFor({ state: "detached" });
  await page.keyboard.press("Control+z");
  await second.and(selected(page)).waitFor();
});

test("a box selects what it touches, frames only as a whole, and frames are arranged in a row", async () => {
  const page = await openShots(stage, [3, 4]);
  await shotOf(page, 1).click(header);
  await page.keyboard.press("Control+g");
  // No command hears these letters: they are the name from the first one on.
  await page.keyboard.type("Pch");
  await titleField(page).press("Enter");
  const frame = nodeOf(page, "Pch");
  await frame.waitFor();

  const names = (): Promise<readonly string[]> =>
    selected(page).evaluateAll((nodes) => nodes.map((node) => node.ariaLabel ?? ""));
  const drawBox = async (key: string, from: [number, number], to: [number, number]) => {
    await page.keyboard.down(key);
    await page.mouse.move(...from);
    await page.mouse.down();
    await page.mouse.move(...to, { steps: 5 });
    await page.mouse.up();
    await page.keyboard.up(key);
  };
  const [outer, inner, other] = [
    await boxOf(frame),
    await boxOf(shotOf(page, 1)),
    await boxOf(shotOf(page, 2)),
  ];
  const inside: [number, number] = [inner.x - 4, inner.y + inner.height + 4];
  await drawBox("Control", inside, [inner.x + 20, inner.y + inner.height - 20]);
  await expect.poll(names).toEqual(["Shot 1, 3 seconds"]);
  await drawBox("Shift", [other.x + 20, other.y + other.height + 20], [other.x + 40, other.y + 90]);
  await expect.poll(names).toEqual(["Shot 1, 3 seconds", "Shot 2, 4 seconds"]);
  await drawBox(
    "Control",
    [outer.x + outer.width + 1, outer.y + outer.height + 4],
    [outer.x - 6, outer.y - 8],
  );
  await expect.poll(names).toEqual([expect.stringMatching(/^Pch/), "Shot 1, 3 seconds"]);

  await shotOf(page, 2).click(header);
  await nodeOf(page, "Scene").click({ ...header, modifiers: ["Control"] });
  await page.keyboard.press("Control+g");
  await page.keyboard.type("End");
  await titleField(page).press("Enter");
  await page.keyboard.press("Shift+ArrowDown");
  const top = async (node: Locator): Promise<number> => Math.round((await boxOf(node)).y);
  const end = nodeOf(page, "End");
  await expect.poll(() => top(end)).not.toBe(await top(frame));
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Shift+l");
  await expect.poll(async () => (await top(end)) - (await top(frame))).toBe(0);
  expect(await top(shotOf(page, 2))).toBe(await top(shotOf(page, 1)));
});

test("what cannot be pasted, replaced or arranged says why, and nothing loses the keyboard", async () => {
  const app = await stage.start({ settings: { welcomed: true } });
  const text = story({ shots: shotsOf(3, 4) });
  await putBoard(app, "Small", text);
  const page = await stage.open(app, { allowed: /net::ERR_FAILED/ });
  await openBoard(page, "Small");
  const paste = async (words: string): Promise<void> => {
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), words);
    await page.keyboard.press("Control+v");
  };
  await shotOf(page, 1).click(header);
  await paste(text.slice(0, 500));
  await says(page, "The copied nodes cannot be read");
  await paste('{"camera": "wide"}');
  await says(page, "This is neither copied nodes nor a request");
  await paste("word ".repeat(5000));
  await says(page, "too long for a prompt: at most 20,000 characters");
  await paste(text);
  await expect.poll(() => nodesOfType(page, "shot").count()).toBe(4);
  await page.keyboard.press("Control+x");
  await expect.poll(() => nodesOfType(page, "shot").count()).toBe(2);
  expect((await steps(page)).slice(0, 2)).toEqual(["Cut 4 nodes", "Paste 4 nodes"]);

  await page.keyboard.press("Control+f");
  const bar = page.getByRole("search", { name: "Find in the board" });
  await bar.getByRole("searchbox").fill("kite");
  await bar.getByRole("textbox", { name: "Replace with" }).fill("red kite");
  await bar.getByRole("button", { name: "Replace", exact: true }).click();
  await bar.getByRole("status").getByText("Replaced in 1 text. 2 of 2").waitFor();
  await shotOf(page, 2).and(selected(page)).waitFor();
  await bar.getByRole("textbox", { name: "Replace with" }).fill("owl");
  await bar.getByRole("button", { name: "Replace all" }).click();
  await bar.getByRole("status").getByText("Replaced in 2 texts. Nothing found.").waitFor();
  await bar.getByRole("searchbox").and(page.locator(":focus")).waitFor();
  await page.keyboard.press("Escape");
  await bar.waitFor({ state: "detached" });

  await page.route(/arrangeWorker/, (route) => route.abort());
  await shotOf(page, 1).click(header);
  await page.keyboard.press("Control+Shift+l");
  await page.getByText("The nodes were not arranged").waitFor();
});
