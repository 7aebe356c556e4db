import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import enApp from "../../renderer/locales/en/app.json" with { type: "json" };
import enPanels from "../../renderer/locales/en/panels.json" with { type: "json" };
import enProblems from "../../renderer/locales/en/problems.json" with { type: "json" };
import ptApp from "../../renderer/locales/pt-BR/app.json" with { type: "json" };
import ptPanels from "../../renderer/locales/pt-BR/panels.json" with { type: "json" };
import ptProblems from "../../renderer/locales/pt-BR/problems.json" with { type: "json" };
import { putBoard, shotsOf, story } from "./boards.ts";
import { makeStage, towards } from "./stage.ts";
import { boardTabs, openBoard } from "./window.ts";

const stage = makeStage();
const pro = "Kling 3.0 Pro · text to video";
const end = (node: string, port: string) => ({ node, port });
const loop = { from: end("shot2", "shots"), to: end("shot1", "previous") };

interface Mistake {
  readonly text: string;
  readonly problem: keyof typeof enProblems.sentences;
  readonly values?: Readonly<Record<string, string | number>>;
  /** On so many nodes. */
  readonly nodes?: number;
  readonly fix: keyof typeof enProblems.fixes | null;
  readonly fixValues?: Readonly<Record<string, string | number>>;
}

const mistakes: Readonly<Record<string, Mistake>> = {
  "No prompt": {
    text: story({ shots: shotsOf(3, 3), scene: { summary: "" } }),
    problem: "noPrompt",
    fix: "summaryFromShots",
  },
  "Sixteen seconds": {
    text: story({ shots: shotsOf(16) }),
    problem: "shotTooLong",
    values: { seconds: 16, max: 15, model: pro },
    fix: "setSeconds",
    fixValues: { seconds: 15 },
  },
  "Two seconds": {
    text: story({ shots: shotsOf(2, 4) }),
    problem: "shotTooShort",
    values: { seconds: 2, min: 3, model: pro },
    fix: "setSeconds",
    fixValues: { seconds: 3 },
  },
  "Six in one": {
    text: story({ shots: shotsOf(3, 3, 3, 3, 3, 3), scene: { onePart: true } }),
    problem: "tooManyShots",
    values: { shots: 6, most: 5, min: 3, max: 15, model: pro },
    fix: "allowParts",
  },
  Circle: {
    text: story({ shots: shotsOf(3, 3), edges: { loop } }),
    problem: "cycle",
    nodes: 2,
    fix: "disconnect",
  },
  "Unknown model": {
    text: story({ shots: shotsOf(3), settings: { model: "kling/kling-9/ultra" } }),
    problem: "unknownModel",
    values: { model: "kling/kling-9/ultra" },
    fix: "switchModel",
    fixValues: { name: pro },
  },
  "Empty shot": {
    text: story({ shots: [{ prompt: "", seconds: 3 }, ...shotsOf(3)] }),
    problem: "shotEmpty",
    fix: null,
  },
};

const languages = {
  en: { app: enApp, panels: enPanels, words: enProblems, locale: "en-US" },
  "pt-BR": { app: ptApp, panels: ptPanels, words: ptProblems, locale: "pt-BR" },
} as const;

const fill = (text: string, values: Mistake["values"] = {}): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));

const details = (page: Page, language: keyof typeof languages) =>
  page.getByRole("complementary", { name: languages[language].app.rightPanel });

test.each(["en", "pt-BR"] as const)(
  "what is wrong with a board is said on the node and in the list, and nothing is sent: %s",
  async (language) => {
    const { app: words, panels, words: problems } = languages[language];
    const simulator = await stage.simulate();
    const app = await stage.start({
      env: towards(simulator),
      settings: { language, engine: "runcomfy", welcomed: true },
    });
    for (const [name, { text }] of Object.entries(mistakes)) await putBoard(app, name, text);
    const page = await stage.open(app);
    for (const [name, mistake] of Object.entries(mistakes)) {
      const { problem, values, nodes = 1, fix, fixValues } = mistake;
      await openBoard(page, name);
      const sentence = fill(problems.sentences[problem], values);
      const onNodes = page
        .getByRole("application")
        .getByRole("group")
        .filter({ has: page.getByText(sentence, { exact: true }) });
      await expect.poll(() => onNodes.count(), { message: name }).toBe(nodes);

      const run = page.getByRole("banner").getByRole("button", {
        name: fill(words.run[nodes === 1 ? "blocked_one" : "blocked_other"], { count: nodes }),
      });
      await run.click();
      const list = details(page, language).getByRole("tabpanel");
      const cards = list.getByRole("listitem").filter({ hasText: sentence });
      await expect.poll(() => cards.count(), { message: name }).toBe(nodes);
      expect(await page.getByRole("dialog").count(), name).toBe(0);

      // The keyboard goes to what it asked to see.
      if (nodes === 1) {
        await cards.first().getByRole("button", { name: panels.problems.show }).press("Enter");
        await expect.poll(() => onNodes.evaluate((it) => it === document.activeElement)).toBe(true);
      }
      if (fix === null) continue;
      await cards
        .first()
        .getByRole("button", { name: fill(problems.fixes[fix], fixValues), exact: true })
        .click();
      await expect.poll(() => cards.count(), { message: name }).toBe(0);
      await run.waitFor({ state: "detached" });
    }
    expect(await boardTabs(page).count()).toBe(Object.keys(mistakes).length);
    expect(simulator.count("submit")).toBe(0);
  },
);
