import { expect, test } from "vitest";
import { barriers } from "./barriers.ts";
import { makeStage, towards } from "./stage.ts";
import { dialogKeys, inDialog, nodeOf, typeInto } from "./window.ts";

const stage = makeStage();

const overCanvas = ["Shift+A", "c", "Shift+C", "Control+Alt+z"] as const;

test.each([
  { locale: "pt-BR", colorScheme: "light" },
  { locale: "en-US", colorScheme: "dark" },
] as const)("what opens over the canvas shuts nobody out: $locale, $colorScheme", async (look) => {
  const simulator = await stage.simulate();
  const app = await stage.start({
    env: towards(simulator),
    settings: { engine: "runcomfy" },
  });
  const page = await stage.open(app, look);
  const found: string[] = [];
  const check = async (view: string, within?: string): Promise<void> => {
    found.push(...(await barriers(page, { view, ...(within && { within }) })));
  };
  const shot = nodeOf(page, /2/).first();
  await shot.waitFor();
  await check("the board");
  for (const keys of [...overCanvas, ...dialogKeys]) {
    await shot.focus();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
    await inDialog(page, keys, () => check(keys, "[role=dialog]"));
  }
  await page.keyboard.press("Control+f");
  const find = page.getByRole("search");
  await typeInto(find.getByRole("searchbox"), "a");
  await check("find", "search");
  await page.keyboard.press("Escape");
  await shot.focus();
  await page.keyboard.press("Shift+M");
  await page.getByRole("menu").waitFor();
  await check("the menu of a node", "[role=menu]");
  await page.keyboard.press("Escape");
  await page.getByRole("menu").waitFor({ state: "detached" });
  await page.getByRole("banner").getByRole("button").first().click();
  await page.getByRole("menu").waitFor();
  await page.getByRole("menuitem").nth(2).press("ArrowRight");
  await page.getByRole("menu").nth(1).waitFor();
  await check("the program's menu", "[role=menu]");
  await page.keyboard.press("Escape");
  await page.getByRole("menu").waitFor({ state: "detached" });
  await page.getByRole("radio").nth(1).click();
  await page.getByRole("grid").waitFor();
  await check("the shot table", "section:has([role=grid])");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("dialog").waitFor();
  await check("before money is spent", "[role=dialog]");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+n");
  await page.getByRole("main").getByRole("heading", { level: 2 }).waitFor();
  await check("an empty board");
  expect(found).toEqual([]);
});
