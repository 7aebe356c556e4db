import i18next from "i18next";
import type { CallOutput } from "../../shared/ipc/contract.ts";
import { sayIfKnown } from "../locales/say.ts";
import { byteSize } from "../ui/time.ts";
import { baseName } from "./fileName.ts";

type Failure = Extract<CallOutput<"boards.open">, { ok: false }>["failure"];

/** Why a file is not a board that can be opened: what is wrong, where, and what to do. */
export function boardFailureSentence(path: string, failure: Failure): string {
  const file = baseName(path);
  const values = { file, ...failure.values };
  switch (failure.code) {
    case "notABoard":
      return i18next.t("errors:board.notABoard", { file });
    case "tooNew":
      return i18next.t("errors:board.tooNew", {
        version: "",
        known: "",
        ...values,
      });
    case "tooLarge":
      return tooLargeSentence(file, failure.values ?? {});
    case "unreadable":
      return (
        sayIfKnown(`errors:board.unreadableBecause.${failure.values?.["reason"] ?? ""}`, values) ??
        i18next.t("errors:board.unreadable", { reason: "", ...values })
      );
    case "invalid":
      return invalidSentence(file, failure);
  }
}

type Values = NonNullable<Failure["values"]>;

function tooLargeSentence(file: string, { what, count = "", limit = 0 }: Values): string {
  const written = (n: string | number): string => Number(n).toLocaleString(i18next.language);
  return what === "nodes" || what === "edges"
    ? i18next.t(`errors:board.tooLarge.${what}`, {
        file,
        amount: written(count),
        limit: written(limit),
      })
    : i18next.t("errors:board.tooLarge.bytes", {
        file,
        limit: byteSize(Number(limit), i18next.language),
      });
}

/** What stands there is part of these phrases already. */
const toldWhole: ReadonlySet<string> = new Set([
  "node",
  "port",
  "sameKind",
  "freeInput",
  "json",
  "merged",
  "oneKey",
  "otherKey",
  "flatter",
]);

function invalidSentence(file: string, { path = [], values = {} }: Failure): string {
  const expected = String(values["expected"] ?? "other");
  const received = String(values["received"] ?? "");
  const line = "line" in values ? "Line" : "";
  const needed =
    sayIfKnown(`errors:board.expected.${expected}${line}`, values) ??
    i18next.t("errors:board.expected.other");
  const where = path.join(" › ");
  if (where === "") return i18next.t("errors:board.invalidFile", { file, needed });
  if (received === "" || toldWhole.has(expected)) {
    return i18next.t("errors:board.invalidAt", { file, where, needed });
  }
  return i18next.t("errors:board.invalid", { file, where, needed, received });
}
