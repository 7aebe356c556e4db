import type { CDPSession, Page } from "playwright-core";
import { expect, test } from "vitest";
import { makeStage } from "./stage.ts";
import { nodeOf, nodesOfType, titleField, zoomOf } from "./window.ts";

/** Keyboards as Chromium tells them: where a key is, and what it writes on the layout. */

const stage = makeStage();

const alt = 1;
const ctrl = 2;
const shift = 8;

interface Key {
  readonly key: string;
  readonly code: string;
  readonly modifiers?: number;
  /** What it writes into a field. */
  readonly text?: string;
}

async function keyboardOf(page: Page): Promise<(key: Key) => Promise<void>> {
  const session: CDPSession = await page.context().newCDPSession(page);
  return async ({ key, code, modifiers = 0, text }) => {
    const down = { key, code, modifiers, ...(text !== undefined && { text }) };
    await session.send("Input.dispatchKeyEvent", { type: "keyDown", ...down });
    await session.send("Input.dispatchKeyEvent", { type: "keyUp", key, code, modifiers });
  };
}

const shots = (page: Page): Promise<number> => nodesOfType(page, "shot").count();

/** Doubles the first shot. */
async function double(page: Page): Promise<number> {
  await nodeOf(page, /^Shot 1/).focus();
  await page.keyboard.press("Enter");
  const before = await shots(page);
  await page.keyboard.press("Control+d");
  await expect.poll(() => shots(page)).toBe(before + 1);
  return before;
}

const german = {
  undo: { key: "z", code: "KeyY", modifiers: ctrl },
  redo: { key: "y", code: "KeyZ", modifiers: ctrl },
  sheet: { key: "?", code: "Minus", modifiers: shift },
  fit: { key: "!", code: "Digit1", modifiers: shift },
};
const french = {
  undo: { key: "z", code: "KeyW", modifiers: ctrl },
  redo: { key: "y", code: "KeyY", modifiers: ctrl },
  sheet: { key: "?", code: "KeyM", modifiers: shift },
  fit: { key: "1", code: "Digit1", modifiers: shift },
};
const russian = {
  undo: { key: "я", code: "KeyZ", modifiers: ctrl },
  redo: { key: "Я", code: "KeyZ", modifiers: ctrl + shift },
  sheet: { key: "?", code: "Digit7", modifiers: shift },
  fit: { key: "!", code: "Digit1", modifiers: shift },
};

test.each([
  ["German", german],
  ["French", french],
  ["Russian", russian],
])("a %s keyboard has undo, redo, the sheet of shortcuts and digits", async (_name, keys) => {
  const page = await stage.open(await stage.start());
  const press = await keyboardOf(page);
  const before = await double(page);
  await press(keys.undo);
  await expect.poll(() => shots(page)).toBe(before);
  await press(keys.redo);
  await expect.poll(() => shots(page)).toBe(before + 1);

  await press(keys.sheet);
  await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });

  await page.keyboard.press("Shift+Digit0");
  await expect.poll(() => zoomOf(page)).toBe("100%");
  await press(keys.fit);
  await expect.poll(() => zoomOf(page)).not.toBe("100%");
});

test("letters of another script name the same keys, and nothing while they are written", async () => {
  const page = await stage.open(await stage.start());
  const press = await keyboardOf(page);
  const shot = nodeOf(page, /^Shot 1/);
  await shot.focus();
  await page.keyboard.press("Enter");
  const es = { key: "с", code: "KeyC" };
  await press(es);
  await page.getByRole("dialog", { name: /^Connect Shot 1/ }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });

  await nodeOf(page, /^Shot 1/).focus();
  await page.keyboard.press("F2");
  const title = titleField(page);
  await title.and(page.locator(":focus")).waitFor();
  for (const key of [es, { key: "C", code: "KeyC" }, { key: ".", code: "Slash" }]) {
    await press({ ...key, text: key.key });
  }
  expect(await title.inputValue()).toBe("сC.");
  expect(await page.getByRole("dialog").count()).toBe(0);
});

test("what AltGr writes is no shortcut with Ctrl and Alt", async () => {
  const page = await stage.open(await stage.start());
  const press = await keyboardOf(page);
  const history = page.getByRole("dialog", { name: "History" });
  await nodeOf(page, /^Shot 1/).focus();
  await press({ key: "z", code: "KeyZ", modifiers: ctrl + alt });
  await history.waitFor();
  await page.keyboard.press("Escape");
  await history.waitFor({ state: "detached" });
  await nodeOf(page, /^Shot 1/).focus();
  await press({ key: "ż", code: "KeyZ", modifiers: ctrl + alt });
  await press({ key: "@", code: "KeyQ", modifiers: ctrl + alt });
  // Had one of them opened something, this could not open.
  await press({ key: "?", code: "Minus", modifiers: shift });
  await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
  expect(await history.count()).toBe(0);
});

test("an input method keeps its keys to itself", async () => {
  const page = await stage.open(await stage.start());
  const session = await page.context().newCDPSession(page);
  await nodeOf(page, /^Shot 1/).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("F2");
  const title = titleField(page);
  await title.and(page.locator(":focus")).waitFor();
  const compose = (text: string) =>
    session.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await compose("とうだい");
  for (const key of ["Enter", "Escape", "Tab"]) {
    await session.send("Input.dispatchKeyEvent", {
      type: "rawKeyDown",
      key,
      code: key,
      windowsVirtualKeyCode: 229,
    });
  }
  await session.send("Input.dispatchKeyEvent", {
    type: "rawKeyDown",
    key: "Process",
    code: "KeyS",
    windowsVirtualKeyCode: 229,
    modifiers: ctrl,
  });
  expect(await title.inputValue()).toBe("とうだい");
  expect(await page.getByRole("dialog").count()).toBe(0);
  await session.send("Input.insertText", { text: "灯台" });
  await page.keyboard.press("Enter");
  await nodeOf(page, /^Shot 1 · 灯台/).waitFor();
});
