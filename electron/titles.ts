import english from "../renderer/locales/en/commands.json" with { type: "json" };
import portuguese from "../renderer/locales/pt-BR/commands.json" with { type: "json" };

/** The words of the system menu, which are those of the window. */
export interface Titles {
  readonly command: (id: string) => string;
  readonly menu: (name: string) => string;
}

const languages: Readonly<Record<"en" | "pt-BR", unknown>> = {
  en: english,
  "pt-BR": portuguese,
};

/** A title that a language lacks is said in English. */
export function createTitles(language: "en" | "pt-BR"): Titles {
  const titleOf = (path: string): string =>
    wordsAt(languages[language], path) ?? wordsAt(english, path) ?? path;
  return { command: titleOf, menu: (name) => titleOf(`menu.${name}`) };
}

function wordsAt(words: unknown, path: string): string | undefined {
  const found = path.split(".").reduce<unknown>((inner, key) => {
    const isRecord = typeof inner === "object" && inner !== null && Object.hasOwn(inner, key);
    return isRecord ? Reflect.get(inner, key) : undefined;
  }, words);
  return typeof found === "string" ? found : undefined;
}
