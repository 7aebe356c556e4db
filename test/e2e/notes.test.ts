import { chmod, readFile, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { testFolder } from "../backend/folder.ts";
import { barriers } from "./barriers.ts";
import { putBoard } from "./boards.ts";
import { makeStage } from "./stage.ts";
import { command, details, nodeOf, openBoard } from "./window.ts";

const stage = makeStage();

/** A board with one note, and a second one beside it. */
const boardWith = (text: string, layout: object = {}): string =>
  JSON.stringify({
    format: "shotgraph",
    formatVersion: 1,
    title: "Notes",
    nodes: {
      note: { type: "note", params: { text } },
      other: { type: "note", title: "Other", params: { text: "Plain words." } },
    },
    edges: {},
    layout: { note: { x: 0, y: 0, ...layout }, other: { x: 700, y: 0 } },
  });

const plan = [
  "# Day one",
  "Bring **both** lenses, _not_ the tripod, and read [the list](https://example.com/list?a=1).",
  "",
  "- [ ] permits",
  "  - [x] harbour",
  "- [ ] boat",
  "",
  "1. dusk",
  "2. night",
  "",
  "> quiet please",
  "",
  "`ISO 800` ~~dawn~~",
].join("\n");

/** The program with a stand-in for what opens addresses on this system. It writes down what it was given. */
async function startWithOpener() {
  const folder = testFolder();
  const opened = join(folder, "opened");
  for (const name of ["xdg-open", "open"]) {
    const path = join(folder, name);
    await writeFile(path, `#!/bin/sh\necho "$1" >> "${opened}"\n`);
    await chmod(path, 0o755);
  }
  const app = await stage.start({
    env: { PATH: `${folder}${delimiter}${process.env["PATH"]}`, DISPLAY: ":0" },
  });
  return { app, opened: () => readFile(opened, "utf8").catch(() => "") };
}

const sourceOf = (page: Page) => details(page).getByRole("textbox", { name: "Note" });

test.skipIf(process.platform === "win32")(
  "a note is Markdown: read, ticked, followed and written",
  async () => {
    const { app, opened } = await startWithOpener();
    await putBoard(app, "Notes", boardWith(plan));
    const page = await stage.open(app);
    await openBoard(page, "Notes");
    const note = nodeOf(page, /^Note$/);
    await note.getByRole("heading", { name: "Day one", level: 2 }).waitFor();
    expect(await note.getByRole("paragraph").getByRole("strong").innerText()).toBe("both");
    expect(await note.getByRole("emphasis").innerText()).toBe("not");
    expect(await note.getByRole("blockquote").innerText()).toBe("quiet please");
    expect(await note.getByRole("deletion").innerText()).toBe("dawn");
    expect(await note.getByRole("code").innerText()).toBe("ISO 800");
    expect(await note.getByRole("listitem").count()).toBe(5);
    expect(await barriers(page, { view: "notes", within: "main" })).toEqual([]);

    // With the keyboard as with the mouse: Tab goes through what can be used in a note.
    await note.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").getAttribute("href")).toBe("https://example.com/list?a=1");
    await page.keyboard.press("Enter");
    await expect.poll(opened).toBe("https://example.com/list?a=1\n");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await expect
      .poll(() => sourceOf(page).inputValue())
      .toContain("- [x] permits\n  - [x] harbour");
    await note.getByRole("checkbox", { name: "harbour" }).click();
    await expect
      .poll(() => sourceOf(page).inputValue())
      .toContain("- [x] permits\n  - [ ] harbour");
    await page.keyboard.press("Control+z");
    await expect.poll(() => sourceOf(page).inputValue()).toContain("- [x] harbour");
    await note.getByRole("link").click();
    await expect.poll(async () => (await opened()).split("\n").length).toBe(3);

    await note.getByRole("heading").dblclick();
    const field = note.getByRole("textbox", { name: "Note" });
    await field.fill("## Day two");
    await page.keyboard.press("Escape");
    await note.getByRole("heading", { name: "Day two", level: 3 }).waitFor();

    // What is written in is brought into view, and stays there as it grows.
    const edges = async (thing: Locator) => {
      const { y = 0, height = 0 } = (await thing.boundingBox()) ?? {};
      return { top: y, bottom: y + height };
    };
    const room = await edges(page.getByRole("application"));
    const down = room.bottom - (await edges(note)).top - 70;
    await page.mouse.move(500, room.top + 20);
    await page.mouse.down({ button: "middle" });
    // Beside the controls of the canvas.
    await page.mouse.move(700, room.top + 20 + down, { steps: 4 });
    await page.mouse.up({ button: "middle" });
    await expect.poll(async () => (await edges(note)).bottom).toBeGreaterThan(room.bottom);
    await note.getByRole("heading").dblclick();
    await expect.poll(async () => (await edges(field)).bottom).toBeLessThan(room.bottom);
    await field.fill("On and on.\n".repeat(16));
    await expect.poll(async () => (await edges(field)).bottom).toBeLessThan(room.bottom);
    await page.keyboard.press("Escape");
    expect(page.context().pages()).toHaveLength(1);
  },
);

const traps = [
  "<script>document.title = 'caught'</script>",
  "<img src=x onerror=\"document.title = 'caught'\">",
  '<svg onload="document.title = \'caught\'"><iframe src="https://example.com/frame"></iframe>',
  "<a href=\"javascript:document.title = 'caught'\">raw</a>",
  "![pixel](https://example.com/pixel.png)",
  "![inline](data:image/png;base64,AAAA)",
  "[one](javascript:document.title='caught') [two](JaVaScRiPt:alert(1)) [three](data:text/html,<script>1</script>)",
  "[four](java&#x0A;script:alert(1)) [five](vbscript:x) [six](file:///etc/passwd) [seven](//example.com/a)",
  "[eight](/media/x) [nine](#canvas) [ten](smb://host/share) [eleven][ref] <javascript:alert(1)>",
  "[ref]: javascript:alert(1) 'caught'",
  "[^1] and a [mail](mailto:mara@example.com)",
  "[^1]: a footnote",
].join("\n\n");

test("a note from a stranger runs nothing, fetches nothing and leads nowhere else", async () => {
  const app = await stage.start();
  await putBoard(app, "Notes", boardWith(traps, { w: 640, h: 520 }));
  const page = await stage.open(app);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const title = await page.title();
  await openBoard(page, "Notes");
  const note = nodeOf(page, /^Note$/);
  const links = note.getByRole("link");
  await links.first().waitFor();
  expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")))).toEqual([
    "mailto:mara@example.com",
  ]);
  expect(await note.locator("script, img, iframe, svg[onload], object, form").count()).toBe(0);
  expect(await note.getByText("<script>", { exact: false }).count()).toBeGreaterThan(0);
  expect(await note.getByText("pixel", { exact: true }).count()).toBe(1);
  for (const word of ["raw", "one", "three", "six", "seven", "nine"]) {
    await note.getByText(word).first().click();
  }
  const { origin } = new URL(app.address);
  expect(asked.filter((url) => new URL(url).origin !== origin)).toEqual([]);
  expect(await page.title()).toBe(title);
  expect(new URL(page.url()).origin).toBe(origin);
});

test("a long note scrolls once it is selected, fades before, and shows marks from afar", async () => {
  const app = await stage.start();
  const lines = Array.from({ length: 60 }, (_, i) => `- line ${i + 1} of the note`).join("\n");
  await putBoard(app, "Notes", boardWith(lines));
  const page = await stage.open(app);
  await openBoard(page, "Notes");
  const note = nodeOf(page, /^Note$/);
  await note.getByText("line 1 of").waitFor();
  const inView = (words: string) =>
    note.getByText(words, { exact: true }).evaluate((line) => {
      const box = line.closest(".note-page")?.getBoundingClientRect();
      const { top, bottom } = line.getBoundingClientRect();
      return box !== undefined && top >= box.top && bottom <= box.bottom;
    });
  await note.focus();
  await page.keyboard.press("Enter");
  await note.getByRole("group", { name: "What the note says" }).focus();
  expect(await inView("line 60 of the note")).toBe(false);
  await page.keyboard.press("End");
  await expect.poll(() => inView("line 60 of the note")).toBe(true);
  expect(await barriers(page, { view: "notes", within: "main" })).toEqual([]);
  const before = await note.boundingBox();
  await page.keyboard.press("ArrowUp");
  expect(await note.boundingBox()).toEqual(before);

  await command(page, "Zoom to 100");
  for (let steps = 0; steps < 8; steps++) await page.keyboard.press("Control+-");
  await note.locator(".afar-writing").waitFor();
  expect(await note.getByRole("listitem").count()).toBe(0);
});
