import i18next, { type TFunction } from "i18next";
import { useSyncExternalStore } from "react";
import type { namespaces } from "./i18n.ts";

type Namespace = (typeof namespaces)[number];

const follow = (changed: () => void): (() => void) => {
  i18next.on("languageChanged", changed);
  return () => i18next.off("languageChanged", changed);
};
const spoken = (): string => i18next.language;

const known = new Map<string, unknown>();

function wordsOf<N extends Namespace>(namespace: N, language: string): TFunction<N> {
  const key = `${language}/${namespace}`;
  const found = known.get(key) ?? i18next.getFixedT(language, namespace);
  known.set(key, found);
  // The map holds for each namespace what was made for it.
  return found as TFunction<N>;
}

/**
 * The same as `useTranslation`, for what is on the canvas many times over: nodes come and go with every pan, and that
 * hook is most of what some of their parts cost.
 */
export function useWords<N extends Namespace>(
  namespace: N,
): { readonly t: TFunction<N>; readonly i18n: typeof i18next } {
  const language = useSyncExternalStore(follow, spoken);
  return { t: wordsOf(namespace, language), i18n: i18next };
}
