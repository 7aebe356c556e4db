import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openPaidScene } from "./openings.ts";
import { makeStage } from "./stage.ts";
import { nodeOf, pay, runButton } from "./window.ts";

const stage = makeStage();

/** What would take time to change on the page as it is: the seconds, and of what. */
const moving = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const longest = (times: string): number => Math.max(...times.split(", ").map(parseFloat));
    const styles = [...document.querySelectorAll("*")].flatMap((element) =>
      ["", "::before", "::after"].map((pseudo) => ({
        name: `${element.tagName}.${element.getAttribute("class") ?? ""}${pseudo}`,
        style: getComputedStyle(element, pseudo === "" ? null : pseudo),
      })),
    );
    return styles.flatMap(({ name, style }) => {
      const seconds = Math.max(
        longest(style.transitionDuration),
        style.animationName === "none" ? 0 : longest(style.animationDuration),
      );
      return seconds > 0.001 || style.scrollBehavior === "smooth" ? [`${seconds} ${name}`] : [];
    });
  });

/** How many pictures of the canvas there are from a key press until it stands still. */
const viewsAfter = (page: Page, key: string): Promise<number> =>
  page.evaluate(
    (key) =>
      new Promise<number>((resolve) => {
        const seen = new Set<string>();
        const pane = document.querySelector<HTMLElement>(".react-flow__viewport");
        pane?.dispatchEvent(new KeyboardEvent("keydown", { key, shiftKey: true, bubbles: true }));
        let frames = 30;
        const look = (): void => {
          seen.add(pane?.style.transform ?? "");
          frames -= 1;
          if (frames === 0) resolve(seen.size);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    key,
  );

test("nothing moves by itself for who asked for that", async () => {
  const page = await stage.open(await stage.start());
  const shot = nodeOf(page, /^Shot 1/);
  await shot.click({ position: { x: 40, y: 10 } });
  await page.getByRole("toolbar", { name: /shots/i }).waitFor();
  const found = [...(await moving(page))];
  for (const keys of ["Control+,", "Control+k", "Shift+A"]) {
    await shot.focus();
    await page.keyboard.press(keys);
    await page.getByRole("dialog").waitFor();
    found.push(...(await moving(page)));
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  }
  expect(await viewsAfter(page, "0")).toBeLessThanOrEqual(2);
  await page.getByRole("contentinfo").getByText("100%", { exact: true }).waitFor();
  await runButton(page).click();
  await nodeOf(page, "The keeper").getByRole("progressbar").waitFor();
  found.push(...(await moving(page)));
  expect(found).toEqual([]);

  await page.emulateMedia({ reducedMotion: "no-preference" });
  expect((await moving(page)).length).toBeGreaterThan(0);
});

test("the wires of a scene that runs flow, but not while a hand moves something", async () => {
  const { page, scene } = await openPaidScene(stage, await stage.simulate());
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await pay(page);
  await scene.getByText(/^In queue/).waitFor();
  const wire = page.getByRole("application").locator("[data-flowing]").first();
  const flows = () => wire.evaluate((path) => getComputedStyle(path).animationPlayState);
  await expect.poll(flows).toBe("running");
  const box = await scene.boundingBox();
  if (box === null) throw new Error("the scene is not in view");
  await page.mouse.move(box.x + 60, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + 80, box.y + 40, { steps: 4 });
  await expect.poll(flows).toBe("paused");
  await page.mouse.up();
  await expect.poll(flows).toBe("running");
});
