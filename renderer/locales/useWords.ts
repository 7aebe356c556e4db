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
  const found = known.get(key) ?? remembering(translating(namespace, language));
  known.set(key, found);
  // The map holds for each namespace what was made for it.
  return found as TFunction<N>;
}

type Translate = (key: string, values?: object) => string;

function translating(namespace: Namespace, language: string): Translate {
  const t = i18next.getFixedT(language);
  // Whoever asks has the typed `t`, which takes only keys that are written out.
  return (key, values) => t(`${namespace}:${key}` as "close", { ...values });
}

/** So many sentences are kept: counts of letters and seconds make ever new ones. */
const most = 2_000;

/** Says at once what it has said before: most words on the canvas stand there many times over. */
export function remembering(translate: Translate): Translate {
  const said = new Map<string, string>();
  return (key, values) => {
    const asked = values === undefined ? key : `${key} ${JSON.stringify(values)}`;
    const before = said.get(asked);
    if (before !== undefined) return before;
    if (said.size === most) said.clear();
    const words = translate(key, values);
    said.set(asked, words);
    return words;
  };
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
