import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { makeStage } from "./stage.ts";
import { dialogKeys, inDialog, nodeOf, runButton, showTab } from "./window.ts";

/*
 * A window at 200 %: half as many CSS pixels in each direction. What a control is used by may be scrolled to, and then
 * nothing lies over it.
 */

const stage = makeStage();

const control =
  "button, a[href], input:not([type=hidden]), select, textarea, [role=tab], [role=option], [role=menuitem], [role=slider]";

/** The controls that no pointer can reach, however one scrolls. What is on the canvas itself is left out: it can be panned. */
const outOfReach = (page: Page, within = "body"): Promise<readonly string[]> =>
  page.locator(within).evaluate((root, control) => {
    const isShown = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      element.closest(".react-flow__viewport, [aria-hidden=true], .sr-only, .hidden") === null;
    const cannotBeUsed = (element: Element): string | undefined => {
      element.scrollIntoView({ block: "nearest", inline: "nearest" });
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const at = document.elementFromPoint(x, y);
      const label = element.id === "" ? null : document.querySelector(`label[for="${element.id}"]`);
      const hit = at !== null && (element.contains(at) || at.contains(element) || at === label);
      if (hit && width > 0 && left >= -1 && left + width <= innerWidth + 1) return undefined;
      const name = element.getAttribute("aria-label") ?? element.textContent?.trim();
      return `${element.tagName} “${name}” under ${at?.tagName} ${at?.className} at ${Math.round(x)},${Math.round(y)}`;
    };
    return [...root.querySelectorAll(control)]
      .filter(isShown)
      .flatMap((element) => cannotBeUsed(element) ?? []);
  }, control);

/** The texts that are wider than the box that cuts them off, and say nowhere else what they are. */
const cutOff = (page: Page): Promise<readonly string[]> =>
  page
    .locator("header, footer, [role=dialog] header, [role=dialog] footer")
    .evaluateAll((bars) =>
      bars.flatMap((bar) =>
        bar.checkVisibility() &&
        (bar.scrollWidth > bar.clientWidth + 1 || bar.scrollHeight > bar.clientHeight + 1)
          ? [`${bar.tagName} “${bar.textContent}”`]
          : [],
      ),
    );

const windows = [
  { width: 640, height: 360, locale: "en-US" },
  { width: 720, height: 450, locale: "pt-BR" },
] as const;

test.each(windows)(
  "at 200 % everything is within reach: $width × $height, $locale",
  async (look) => {
    const page = await stage.open(await stage.start(), look);
    const english = look.locale === "en-US";
    const found: string[] = [];
    const check = async (view: string, within?: string): Promise<void> => {
      const wrong = [...(await outOfReach(page, within)), ...(await cutOff(page))];
      found.push(...wrong.map((each) => `${view}: ${each}`));
    };
    const shot = nodeOf(page, /1/).first();
    await shot.waitFor();
    await page.getByRole("region").getByRole("toolbar").waitFor();
    await check("the sample board");
    await shot.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("complementary").getByRole("textbox").first().waitFor();
    await check("a shot");
    await page.getByRole("radio").nth(1).click();
    await page.getByRole("grid").waitFor();
    await check("the shot table", "section:has([role=grid])");
    await page.getByRole("radio").first().click();
    const rail = page.getByRole("navigation").getByRole("button");
    for (const button of await rail.all()) {
      await button.click();
      const name = ((await button.getAttribute("aria-label")) ?? "").replace(/, \d+$/, "");
      const panel = page.getByRole("complementary", { name, exact: true });
      await panel.getByRole("heading").first().waitFor();
      // In a narrow window it lies over the canvas until it is closed.
      await check(name, `aside[aria-label="${name}"]`);
      await button.click();
      await panel.waitFor({ state: "detached" });
    }
    for (const keys of dialogKeys) {
      await inDialog(page, keys, () => check(keys, "[role=dialog]"));
    }
    for (const keys of ["Shift+A", "c", "Control+Alt+z"]) {
      await shot.focus();
      await inDialog(page, keys, async (search) => {
        await search.getByRole("combobox").waitFor();
        await check(keys, "[role=dialog]");
      });
    }
    await shot.focus();
    await page.keyboard.press("Control+f");
    await page.getByRole("search").waitFor();
    await check("find");
    await page.keyboard.press("Escape");
    await page.getByRole("banner").getByRole("button").first().click();
    await page.getByRole("menu").waitFor();
    await check("the menu", "[role=menu]");
    await page.getByRole("menuitem").nth(1).press("ArrowRight");
    await page.getByRole("menu").nth(1).waitFor();
    await check("the menu for editing", "[role=menu] >> nth=1");
    await page.keyboard.press("Escape");
    if (english) {
      for (const tab of ["Request", "Problems"] as const) {
        await showTab(page, tab);
        await check(tab);
      }
      await runButton(page).waitFor();
    }
    await page.keyboard.press("Control+n");
    await page.getByRole("heading", { level: 2 }).first().waitFor();
    await check("an empty board");
    expect(found).toEqual([]);
  },
);
