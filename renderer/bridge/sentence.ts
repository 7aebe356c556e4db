import i18next from "i18next";
import type { CallError } from "../../shared/ipc/contract.ts";

/** What happened and what to do next, in the user's language; the service's own words follow as they are. */
export function failureSentence({ code, values, words }: CallError): string {
  const key = `errors:calls.${code}`;
  const known = i18next.exists(key);
  // The code is only known at run time; `test/locales` holds the file to the list of codes.
  const sentence = String(
    known ? i18next.t(key as "errors:bug", { ...values }) : i18next.t("errors:bug"),
  );
  return words === undefined || words === "" ? sentence : `${sentence} “${words}”`;
}
