import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { openShots } from "./openings.ts";
import { makeStage } from "./stage.ts";
import {
  boardTabs,
  command,
  header,
  nodeOf,
  nodesOfType,
  shotOf,
  showTab,
  zoomOf,
} from "./window.ts";

const stage = makeStage();

/** Its nodes stand wherever they are put. */
const opened = (locale: string, ...seconds: readonly number[]): Promise<Page> =>
  openShots(stage, seconds, { locale, settings: { grid: { step: 20, snap: false } } });

async function selectAll(page: Page, [first, ...others]: readonly Locator[]): Promise<void> {
  await first?.click(header);
  for (const node of others) await node.click({ ...header, modifiers: ["Control"] });
}

/** In px of the canvas, wherever it looks. */
const placeOf = (node: Locator): Promise<string> =>
  node.evaluate((element) => element.style.transform);

/** How much of the overview shows what, in px: its drawing is made elsewhere, and only its picture is in the page. */
const overview = (page: Page) =>
  page.getByRole("img", { name: "Overview" }).evaluate((panel) => {
    const drawn = panel.querySelector("canvas");
    const copy = document.createElement("canvas").getContext("2d");
    if (drawn === null || copy === null) throw new Error("There is no overview");
    copy.canvas.width = drawn.width;
    copy.canvas.height = drawn.height;
    copy.drawImage(drawn, 0, 0);
    const { data } = copy.getImageData(0, 0, drawn.width, drawn.height);
    const seen = { filled: 0, faint: 0, red: 0, gray: 0 };
    for (let at = 0; at < data.length; at += 4) {
      const [r = 0, g = 0, b = 0, alpha = 0] = data.subarray(at, at + 4);
      if (alpha < 50) continue;
      const isGray = Math.max(r, g, b) - Math.min(r, g, b) < 60;
      if (isGray) seen.gray += 1;
      else if (r > 1.6 * g && r > 1.6 * b) seen.red += 1;
      else if (alpha < 100) seen.faint += 1;
      else seen.filled += 1;
    }
    return seen;
  });

test("nodes are spread, arranged by themselves, looked at closely and seen in the overview", async () => {
  const page = await opened("en-US", 3, 4, 3, 4, 3);
  const middle = await placeOf(shotOf(page, 2));
  await shotOf(page, 2).click(header);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => placeOf(shotOf(page, 2))).not.toBe(middle);
  await selectAll(page, [shotOf(page, 1), shotOf(page, 2), shotOf(page, 3)]);
  await command(page, "Same gaps from left to right");
  await expect.poll(() => placeOf(shotOf(page, 2))).toBe(middle);

  const fourth = await placeOf(shotOf(page, 4));
  const before = await placeOf(shotOf(page, 5));
  await shotOf(page, 5).click(header);
  await page.keyboard.press("Shift+ArrowDown");
  await expect.poll(() => placeOf(shotOf(page, 5))).not.toBe(before);
  await selectAll(page, [shotOf(page, 5), nodeOf(page, "Scene")]);
  const worker = page.waitForEvent("worker", (each) => /arrange/i.test(each.url()));
  await page.keyboard.press("Control+Shift+l");
  await worker;
  await page.keyboard.press("Control+Alt+z");
  const list = page.getByRole("dialog", { name: "History" });
  await list.getByRole("option", { name: /^Arrange 2 nodes/ }).waitFor();
  await page.keyboard.press("Escape");
  const top = async (node: Locator) => Math.round((await node.boundingBox())?.y ?? 0);
  expect(await top(shotOf(page, 5))).toBe(await top(nodeOf(page, "Scene")));
  expect(await placeOf(shotOf(page, 4))).toBe(fourth);

  await page.keyboard.press("Shift+0");
  await expect.poll(() => zoomOf(page)).toBe("100%");
  await page.keyboard.press("Shift+1");
  await expect.poll(() => zoomOf(page)).not.toBe("100%");
  const far = parseInt(await zoomOf(page), 10);
  await page.keyboard.press("Shift+2");
  await expect.poll(async () => parseInt(await zoomOf(page), 10)).toBeGreaterThan(far);
  await page.keyboard.press("Shift+1");
  await expect.poll(async () => parseInt(await zoomOf(page), 10)).toBe(far);

  await page.keyboard.press("Escape");
  await expect.poll(async () => (await overview(page)).filled).toBeGreaterThan(1000);
  const plain = await overview(page);
  expect([plain.red, plain.gray]).toEqual([0, 0]);
  await shotOf(page, 1).click(header);
  await page.keyboard.press("Control+m");
  await expect.poll(async () => (await overview(page)).faint).toBeGreaterThan(plain.faint + 100);
  const muted = await overview(page);
  await nodeOf(page, /^Shot \d, 4 seconds/)
    .first()
    .click(header);
  await page.keyboard.press("Control+b");
  await expect.poll(async () => (await overview(page)).filled).toBeLessThan(muted.filled - 100);
  await nodeOf(page, /^Shot \d, 3 seconds$/)
    .first()
    .click(header);
  const words = (await showTab(page, "Inspector")).getByRole("textbox", { name: /^What happens/ });
  await words.fill("");
  await expect.poll(async () => (await overview(page)).red).toBeGreaterThan(100);
  await nodeOf(page, "Settings").click(header);
  await page.keyboard.press("Control+g");
  await expect.poll(async () => (await overview(page)).gray).toBeGreaterThan(50);
});

test("a node is found by words of either language, and two hundred steps go back and forth", async () => {
  const page = await opened("pt-BR", 3);
  await nodeOf(page, /^Plano 1,/).click(header);
  const search = page.getByRole("dialog", { name: "Adicionar um nó" });
  const found: readonly (readonly [string, string])[] = [
    ["proporcao", "Ajustes"],
    ["câmera", "Plano"],
    ["sticky", "Nota"],
    ["lembrete", "Nota"],
  ];
  await page.keyboard.press("Tab");
  for (const [words, name] of found) {
    await search.getByRole("combobox").fill(words);
    await search.getByRole("option").first().getByText(name, { exact: true }).waitFor();
  }
  await page.keyboard.press("Enter");
  await search.waitFor({ state: "detached" });
  await expect.poll(() => nodesOfType(page, "note").count()).toBe(1);
  const pinned = nodeOf(page, /^Nota.*fixado/);

  const presses = 203;
  for (let i = 0; i < presses; i++) await page.keyboard.press("p");
  await pinned.waitFor();
  const history = page.getByRole("dialog", { name: "Histórico" });
  const steps = history.getByRole("option");
  await page.keyboard.press("Control+Alt+z");
  await expect.poll(() => steps.count()).toBe(201);
  await steps.first().getByText("Fixar Nota").waitFor();
  await steps.nth(1).click();
  await pinned.waitFor({ state: "detached" });
  await page.keyboard.press("Control+Alt+z");
  await steps.filter({ hasText: "Início" }).click();
  await pinned.waitFor();
  await page.keyboard.press("Control+Alt+z");
  await expect.poll(() => history.locator("[data-ahead]").count()).toBe(200);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+Shift+z");
  await pinned.waitFor({ state: "detached" });
});

async function dragBy(page: Page, x: number, y: number, by: number): Promise<void> {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by, y + by, { steps: 6 });
  await page.mouse.up();
}

test("a copy is dragged off, what is new and resized keeps to the grid, and boards are changed by key", async () => {
  const page = await opened("en-US", 3, 4);
  const second = await placeOf(shotOf(page, 2));
  const box = await shotOf(page, 2).boundingBox();
  if (box === null) throw new Error("The shot is not drawn");
  await page.keyboard.down("Alt");
  await dragBy(page, box.x + 60, box.y + 10, 150);
  await page.keyboard.up("Alt");
  await expect.poll(() => nodesOfType(page, "shot").count()).toBe(3);
  expect(await placeOf(shotOf(page, 2))).toBe(second);
  await page.keyboard.press("Control+z");
  await expect.poll(() => nodesOfType(page, "shot").count()).toBe(2);

  await command(page, "Snap to the grid");
  await page.getByRole("button", { pressed: true, name: /20 px/ }).waitFor();
  await nodeOf(page, "Scene").focus();
  await page.keyboard.press("Shift+A");
  await page.getByRole("dialog", { name: "Add a node" }).getByRole("combobox").fill("note");
  await page.keyboard.press("Enter");
  const note = nodeOf(page, "Note");
  await note.waitFor();
  const offGrid = (): Promise<readonly number[]> =>
    note.evaluate((element: HTMLElement) => {
      const [, x, y] = /translate\((.+)px, (.+)px\)/.exec(element.style.transform) ?? [];
      const { offsetWidth, offsetHeight } = element;
      return [Number(x), Number(y), Number(x) + offsetWidth, Number(y) + offsetHeight].map(
        (at) => at % 20,
      );
    });
  expect((await offGrid()).slice(0, 2)).toEqual([0, 0]);
  const before = await note.boundingBox();
  if (before === null) throw new Error("The note is not drawn");
  await dragBy(page, before.x + before.width - 4, before.y + before.height - 4, 33);
  await expect.poll(async () => (await note.boundingBox())?.width).not.toBe(before.width);
  expect(await offGrid()).toEqual([0, 0, 0, 0]);

  const selected = boardTabs(page).and(page.getByRole("tab", { selected: true }));
  await page.getByRole("button", { name: "New board" }).click();
  await selected.getByText("Untitled").waitFor();
  await page.keyboard.press("Alt+PageUp");
  await selected.getByText("Small").waitFor();
  await selected.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => page.locator(":focus").innerText()).toBe("Untitled");
  await command(page, "Next board");
  await selected.getByText("Small").waitFor();

  const map = page.getByRole("img", { name: "Overview" });
  await map.waitFor();
  await nodeOf(page, "Scene").focus();
  await page.keyboard.press("Alt+Shift+M");
  await map.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Overview", pressed: false }).click();
  await map.waitFor();

  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await sheet.getByRole("heading", { name: "In the player" }).waitFor();
  await sheet.getByText("Ctrl+PgDn").waitFor();
  await sheet.getByText("Right-drag").first().waitFor();
});
