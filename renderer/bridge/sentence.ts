import i18next from "i18next";
import type { CallError } from "../../shared/ipc/contract.ts";
import { sayIfKnown } from "../locales/say.ts";

/** What happened and what to do next, in the user's language; the service's own words follow as they are. */
export function failureSentence({ code, values, words }: CallError): string {
  // A call that asks the service can fail for any reason that a job can fail for.
  const sentence =
    sayIfKnown(`errors:calls.${code}`, values) ??
    sayIfKnown(`jobs:reasons.${code}`, values) ??
    i18next.t("errors:bug");
  return words === undefined || words === "" ? sentence : `${sentence} “${words}”`;
}
