import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import app from "./en/app.json" with { type: "json" };
import canvas from "./en/canvas.json" with { type: "json" };
import commands from "./en/commands.json" with { type: "json" };
import edits from "./en/edits.json" with { type: "json" };
import errors from "./en/errors.json" with { type: "json" };
import jobs from "./en/jobs.json" with { type: "json" };
import nodes from "./en/nodes.json" with { type: "json" };
import problems from "./en/problems.json" with { type: "json" };
import type { Later } from "./later.ts";

/**
 * Every sentence that a user reads. English comes with the program, and what is said around the board just after it; another
 * language is one folder beside `en` and one line here, and is loaded when it is chosen. `test/locales` holds the folders
 * to the same keys.
 */
const english = {
  app,
  canvas,
  commands,
  edits,
  errors,
  jobs,
  nodes,
  problems,
};
export const namespaces = Object.keys(english) as (keyof typeof english)[];

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "app";
    resources: typeof english & Later;
  }
}

export const languages = ["en", "pt-BR"] as const;
export type Language = (typeof languages)[number];

const others: Record<Exclude<Language, "en">, () => Promise<Record<string, object>>> = {
  "pt-BR": async () => (await import("./pt-BR/all.ts")).portuguese,
};

/** The language to speak: the chosen one, else the system's if we know it, else English. */
export function languageFor(chosen: "system" | Language, system: string): Language {
  if (chosen !== "system") return chosen;
  return system.toLowerCase().startsWith("pt") ? "pt-BR" : "en";
}

/** Makes the words of a language known without speaking it: the search finds commands in every language. */
export async function learnWords(language: Language): Promise<void> {
  if (language === "en" || i18next.hasResourceBundle(language, "app")) return;
  const loaded = await others[language]();
  for (const [namespace, words] of Object.entries(loaded)) {
    i18next.addResourceBundle(language, namespace, words);
  }
}

let wanted: Language = "en";

/** Speaks a language once its words are here, unless another was asked for meanwhile. */
export async function speak(language: Language): Promise<void> {
  wanted = language;
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({
      lng: "en",
      fallbackLng: "en",
      resources: { en: english },
      ns: namespaces,
      defaultNS: "app",
      interpolation: { escapeValue: false },
    });
  }
  await learnWords(language);
  if (wanted !== language) return;
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
