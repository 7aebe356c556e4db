import i18next from "i18next";
import type { CallOutput } from "../../shared/ipc/contract.ts";
import { sayIfKnown } from "../locales/say.ts";

type Failure = Extract<CallOutput<"boards.open">, { ok: false }>["failure"];

/** Why a file is not a board that can be opened: what is wrong, where, and what to do. */
export function boardFailureSentence(path: string, { code, path: at, values }: Failure): string {
  const file = path.split(/[\\/]/).at(-1) ?? path;
  const where = at === undefined || at.length === 0 ? "" : at.join(" › ");
  if (code !== "invalid") return i18next.t(`errors:board.${code}`, { file, ...values });
  const needed = sayIfKnown(`errors:board.expected.${values?.["expected"] ?? ""}`, values) ?? "";
  return i18next.t("errors:board.invalid", {
    file,
    where,
    needed,
    received: values?.["received"] ?? "",
  });
}
