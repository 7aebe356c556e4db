import i18next, { type TFunction } from "i18next";
import {
  createContext,
  createElement,
  useContext,
  useSyncExternalStore,
  type ReactNode,
} from "react";
import type { namespaces } from "./i18n.ts";

type Namespace = (typeof namespaces)[number];

const follow = (changed: () => void): (() => void) => {
  i18next.on("languageChanged", changed);
  return () => i18next.off("languageChanged", changed);
};
const spoken = (): string => i18next.language;

const Spoken = createContext<string | undefined>(undefined);

/** Follows the language for all that is inside, so that no part of a node has to follow it by itself. */
export function InWords({ children }: { readonly children: ReactNode }): ReactNode {
  return createElement(Spoken, { value: useSyncExternalStore(follow, spoken) }, children);
}

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
  const language = useContext(Spoken) ?? i18next.language;
  return { t: wordsOf(namespace, language), i18n: i18next };
}
