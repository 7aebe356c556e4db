import type { Locator, Page } from "playwright-core";
import type { ModelRequest } from "../../shared/compile/decompile.ts";
import type { NodeType } from "../../shared/nodes/registry.ts";

/** What a user does and sees in the window, by the names that things have for them. */

/** A node on the canvas. Its accessible name begins with its own name; a shot's goes on with its seconds. */
export const nodeOf = (page: Page, name: string | RegExp): Locator =>
  page.getByRole("application").getByRole("group", { name });

export const shotOf = (page: Page, number: number): Locator =>
  nodeOf(page, new RegExp(`^Shot ${number},`));

/** Where a node is taken hold of. */
export const header = { position: { x: 60, y: 10 } } as const;

/** The field on the canvas in which a node is given its name. */
export const titleField = (page: Page): Locator =>
  page.getByRole("application").getByRole("textbox", { name: "Title", exact: true });

/** Types into a field to which the focus comes by itself: what is typed before goes elsewhere. */
export async function typeInto(field: Locator, words: string): Promise<void> {
  const page = field.page();
  await field.and(page.locator(":focus")).waitFor();
  await page.keyboard.type(words);
}

export const runButton = (page: Page): Locator =>
  page.getByRole("banner").getByRole("button", { name: /^(Render animatic|Run scene)/ });

/** Says yes to what a run costs. */
export const agree = (page: Page): Promise<void> =>
  page
    .getByRole("dialog")
    .getByRole("button", { name: /^Run · / })
    .click();

export async function pay(page: Page): Promise<void> {
  await runButton(page).click();
  await agree(page);
}

/** What the status bar says: "84%". */
export const zoomOf = (page: Page): Promise<string> =>
  page
    .getByRole("contentinfo")
    .getByText(/^\d+%$/)
    .innerText();

export const boardTabs = (page: Page): Locator =>
  page.getByRole("banner").getByRole("tablist").getByRole("tab");

export async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press("Control+k");
  const dialog = page.getByRole("dialog", { name: "Search" });
  await dialog.getByRole("combobox").fill(title);
  await dialog.getByRole("option", { name: title }).first().click();
}

/** Keys that open dialogs wherever the focus is. */
export const dialogKeys = [
  "Control+k",
  "Control+,",
  "Control+Alt+v",
  "Control+o",
  "Control+Shift+s",
  "?",
] as const;

/** Opens a dialog by its keys, looks at it and leaves it by Escape. */
export async function inDialog(
  page: Page,
  keys: string,
  look: (dialog: Locator) => Promise<void> = async () => {},
): Promise<void> {
  await page.keyboard.press(keys);
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await look(dialog);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
}

export async function chooseEngine(page: Page, engine: "Animatic" | "Kling"): Promise<void> {
  await page.getByRole("button", { name: "Choose what Run does" }).click();
  await page.getByRole("menuitemradio", { name: new RegExp(`^${engine}`) }).click();
  const name = engine === "Kling" ? /^Run scene/ : /^Render animatic/;
  await page.getByRole("banner").getByRole("button", { name }).waitFor();
}

export const details = (page: Page): Locator =>
  page.getByRole("complementary", { name: "Details of the selection" });

export async function showTab(
  page: Page,
  name: "Inspector" | "Request" | "Problems",
): Promise<Locator> {
  const named = { name: new RegExp(`^${name}`) };
  await details(page).getByRole("tab", named).click();
  return details(page).getByRole("tabpanel", named);
}

/** What the Request panel shows, read as JSON. */
export async function shownRequest(page: Page): Promise<unknown> {
  const panel = await showTab(page, "Request");
  return JSON.parse(await panel.getByRole("group", { name: /^The request/ }).innerText());
}

export async function openBoard(page: Page, name: string): Promise<void> {
  await page.keyboard.press("Control+o");
  const choice = page.getByRole("dialog").getByRole("option", { name: new RegExp(`^${name}`) });
  await choice.click();
  await boardTabs(page)
    .and(page.getByRole("tab", { name, selected: true }))
    .waitFor();
  // Until the dialog is gone, keys are its own.
  await choice.waitFor({ state: "detached" });
}

export async function pasteRequest(page: Page, { model, input }: ModelRequest): Promise<void> {
  await command(page, "Paste a request");
  const dialog = page.getByRole("dialog", { name: "Paste a request" });
  await dialog.getByRole("textbox", { name: "Request" }).fill(JSON.stringify({ model, ...input }));
  await dialog.getByRole("button", { name: "Create board" }).click();
  await dialog.waitFor({ state: "detached" });
}

/** What the history lists, the newest step first. */
export async function steps(page: Page): Promise<readonly string[]> {
  await page.keyboard.press("Control+Alt+z");
  const list = page.getByRole("dialog", { name: "History" });
  await list.getByRole("option").first().waitFor();
  const words = await list.getByRole("option").allInnerTexts();
  await page.keyboard.press("Escape");
  await list.waitFor({ state: "detached" });
  return words;
}

/** The names of the nodes on the canvas that are of a type. */
export const nodesOfType = (page: Page, type: NodeType): Locator =>
  page.getByRole("application").locator(`[data-type="${type}"]`);

/** Resolves when the program has a copy of a board in which these words stand. Ask before they are written. */
export const kept = (page: Page, words: string): Promise<unknown> =>
  page.waitForResponse(
    (response) =>
      /\/call\/drafts\.(write|change)$/.test(response.url()) &&
      (response.request().postData() ?? "").includes(words),
  );

/** The cross on a tab is for the mouse alone; the keyboard has Delete and Ctrl+W. */
export async function closeTab(page: Page, name: string): Promise<void> {
  await page.getByTitle(`Close ${name}`).click();
}
