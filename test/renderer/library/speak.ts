import i18next from "i18next";
import { namespaces, speak, type Language } from "../../../renderer/locales/i18n.ts";

/** The sentences of the window, without a window: what `speak` does besides is the page's own language. */
export async function speakIn(language: Language): Promise<void> {
  const page = { documentElement: { lang: "" } };
  Object.assign(globalThis, { document: page });
  await speak(language);
  if (page.documentElement.lang !== language) throw new Error(`${language} is not spoken`);
  if (!namespaces.every((namespace) => i18next.hasResourceBundle(language, namespace))) {
    throw new Error(`${language} lacks words`);
  }
}
