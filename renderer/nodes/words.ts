import i18next from "i18next";
import type { BoardNode } from "../../shared/board/schema.ts";

/**
 * The words for node types, params, choices and ports, looked up by names that come from the board: a name that this
 * version has no words for gives undefined instead of an error.
 */
function said(key: string): string | undefined {
  for (const language of [i18next.language, "en"]) {
    const words: unknown = i18next.getResource(language, "nodes", key);
    if (typeof words === "string") return words;
  }
  return undefined;
}

/** `Shot`, `Scene`, … or the sentence for a type that this version does not know. */
export const typeName = (type: string): string =>
  said(`types.${type}.name`) ?? i18next.t("nodes:types.unknown.name", { type });
export const typeAbout = (type: string): string =>
  said(`types.${type}.about`) ?? i18next.t("nodes:types.unknown.about");

/** The words that the search finds a type by, in every language. */
export const typeWords = (type: string): string => said(`types.${type}.words`) ?? "";

/** What its ports, its fields and their choices are called, in the language that is spoken and in English. */
export const typeFields = (type: string): string =>
  [i18next.language, "en"]
    .flatMap((language) =>
      ["ports", "params", "choices"].flatMap((part) =>
        namesIn(i18next.getResource(language, "nodes", `${part}.${type}`)),
      ),
    )
    .join(" ");

function namesIn(words: unknown): readonly string[] {
  if (typeof words === "string") return [words];
  if (typeof words !== "object" || words === null) return [];
  return Object.entries(words).flatMap(([key, more]) => (key === "help" ? [] : namesIn(more)));
}

export const paramLabel = (type: string, param: string): string =>
  said(`params.${type}.${param}.label`) ?? param;
export const paramHelp = (type: string, param: string): string | undefined =>
  said(`params.${type}.${param}.help`);

/** An empty value says nothing to the model: it is named `none`. A colon would end a key of the locale files. */
export function choiceName(type: string, param: string, value: string): string {
  const key = value === "" ? "none" : value.replaceAll(":", "x");
  return said(`choices.${type}.${param}.${key}`) ?? value;
}

/** What a choice of the camera is called on the picture of a shot: a shorter word where the usual one is long. */
export const badgeName = (param: string, value: string): string =>
  said(`badges.${param}.${value}`) ?? choiceName("shot", param, value);

export const portName = (type: string, port: string): string =>
  said(`ports.${type}.${port}`) ?? port;
export const kindName = (kind: string): string => said(`kinds.${kind}`) ?? kind;

/**
 * What a node is called: its own title, else its type, with its number as it is written when it is a shot.
 */
export function nodeName(
  node: Pick<BoardNode, "type" | "title">,
  numeral: string | undefined,
): string {
  if (node.type === "shot" && numeral !== undefined) {
    const name = i18next.t("nodes:named.shot", { number: numeral });
    return node.title === undefined ? name : `${name} · ${node.title}`;
  }
  return node.title ?? typeName(node.type);
}
