import i18next from "i18next";
import { Download } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ledgerCsv } from "../../shared/formats/ledgerCsv.ts";
import { dayOf, type Ledger, type LedgerRow } from "../../shared/jobs/ledger.ts";
import { profileOf } from "../../shared/models/profiles.ts";
import { attempt, notify } from "../app/notices.ts";
import { call } from "../bridge/call.ts";
import { saveText } from "../files/saveText.ts";
import {
  boardName,
  chargedWords,
  dayWords,
  estimateWords,
  rowName,
  sumWords,
} from "../library/spending.ts";
import { Button } from "../ui/Button.tsx";
import { classes } from "../ui/classes.ts";
import { CopyButton } from "../ui/CopyButton.tsx";
import { Modal } from "../ui/Modal.tsx";
import { Segmented } from "../ui/Segmented.tsx";
import { dateWords } from "../ui/when.ts";
import { closeDialog } from "./closeDialog.ts";

const spans = { day: 1, week: 7, month: 30, year: 365 } as const;
type Span = keyof typeof spans;
const spanNames: readonly Span[] = ["day", "week", "month", "year"];

/** As many as the window draws at once; the CSV has them all. */
const shown = 300;

/** What was sent to the paid engine, what it was to cost and what it has cost. */
export function LedgerDialog() {
  const { t } = useTranslation("jobs");
  const [span, setSpan] = useState<Span>("month");
  const ledger = useLedger(spans[span]);
  const isEmpty = ledger === undefined || ledger.rows.length === 0;
  return (
    <Modal
      title={t("ledger.title")}
      about={t("ledger.about")}
      width="large"
      onClose={closeDialog}
      {...(!isEmpty && {
        footer: (
          <>
            <CopyButton
              text={() => ledgerCsv(ledger.rows)}
              label={t("ledger.copy")}
              copiedLabel={t("ledger.copied")}
            />
            <Button look="accent" onClick={() => void saveRows(ledger.rows)}>
              <Download size={14} strokeWidth={1.75} aria-hidden />
              {t("ledger.save")}
            </Button>
          </>
        ),
      })}
    >
      <div className="flex flex-col gap-5">
        <Segmented
          label={t("ledger.span")}
          className="self-start"
          value={span}
          options={spanNames.map((value) => ({ value, label: t(`ledger.spans.${value}`) }))}
          onChoose={setSpan}
        />
        {ledger !== undefined && (isEmpty ? <Empty /> : <Sums ledger={ledger} />)}
        {!isEmpty && <Rows rows={ledger.rows} />}
      </div>
    </Modal>
  );
}

async function saveRows(rows: readonly LedgerRow[]): Promise<void> {
  const name = i18next.t("jobs:ledger.fileName", { day: dayOf(new Date().toISOString()) });
  // The mark in front tells a spreadsheet that the letters are UTF-8.
  const path = await attempt(() => saveText(name, "csv", `\uFEFF${ledgerCsv(rows)}`));
  if (path !== undefined) notify({ tone: "done", text: i18next.t("jobs:ledger.saved", { path }) });
}

/** Undefined until it is there; the old one stays until the new one comes. */
function useLedger(days: number): Ledger | undefined {
  const [ledger, setLedger] = useState<Ledger>();
  useEffect(() => {
    let isStale = false;
    void attempt(async () => {
      const answer = await call("ledger.get", { days });
      if (!isStale) setLedger(answer);
    });
    return () => {
      isStale = true;
    };
  }, [days]);
  return ledger;
}

function Empty() {
  const { t } = useTranslation("jobs");
  return <p className="py-6 text-center text-ink-soft">{t("ledger.empty")}</p>;
}

function Sums({ ledger }: { readonly ledger: Ledger }) {
  const { t, i18n } = useTranslation("jobs");
  const { total, byDay, byBoard } = ledger;
  return (
    <>
      <p className="text-[15px] font-semibold tabular-nums">
        {t("ledger.total", { count: total.jobs, price: sumWords(total, i18n.language) })}
      </p>
      <div className="grid grid-cols-2 gap-6 max-[700px]:grid-cols-1">
        <SumTable
          title={t("ledger.byDay")}
          sums={byDay.map((sum) => ({
            ...sum,
            key: sum.day,
            name: dayWords(sum.day, i18n.language),
          }))}
        />
        <SumTable
          title={t("ledger.byBoard")}
          sums={byBoard.map((sum) => ({ ...sum, key: sum.board, name: boardName(sum.board) }))}
        />
      </div>
    </>
  );
}

interface SumTableProps {
  readonly title: string;
  readonly sums: readonly (Ledger["total"] & { readonly key: string; readonly name: string })[];
}

const cell = "border-b border-line py-1.5 pr-3 align-top";
const amountCell = `${cell} text-right last:pr-0`;
const rowAmount = `${amountCell} whitespace-nowrap`;
const headCell = "pb-1 pr-3 text-left text-label font-normal text-ink-soft last:pr-0";

function SumTable({ title, sums }: SumTableProps) {
  const { i18n } = useTranslation();
  return (
    <table className="w-full self-start tabular-nums">
      <caption className="pb-1 text-left text-label text-ink-soft">{title}</caption>
      <tbody>
        {sums.map((sum) => (
          <tr key={sum.key}>
            <th scope="row" className={`${cell} text-left font-normal break-words`}>
              {sum.name}
            </th>
            <td className={`${amountCell} min-w-32`}>{sumWords(sum, i18n.language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Rows({ rows }: { readonly rows: readonly LedgerRow[] }) {
  const { t } = useTranslation("jobs");
  return (
    <section className="flex flex-col gap-2">
      <table className="w-full tabular-nums">
        <caption className="pb-1 text-left text-label text-ink-soft">{t("ledger.jobs")}</caption>
        <thead>
          <tr>
            <th scope="col" className={headCell}>
              {t("ledger.job")}
            </th>
            <th scope="col" className={headCell}>
              {t("ledger.state")}
            </th>
            <th scope="col" className={`${headCell} text-right!`}>
              {t("ledger.estimate")}
            </th>
            <th scope="col" className={`${headCell} text-right!`}>
              {t("ledger.cost")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <Row key={row.jobId} row={row} />
          ))}
        </tbody>
      </table>
      {rows.length > shown && (
        <p className="text-label text-ink-soft">
          {t("ledger.more", { count: rows.length - shown })}
        </p>
      )}
    </section>
  );
}

function Row({ row }: { readonly row: LedgerRow }) {
  const { t, i18n } = useTranslation("jobs");
  const { language } = i18n;
  const facts = [
    dateWords(row.sentAt, language),
    profileOf(row.model)?.name ?? row.model,
    ...(row.seconds === null ? [] : [t("seconds", { seconds: row.seconds })]),
  ];
  return (
    <tr>
      <td className={cell}>
        <span className="break-words">{rowName(row)}</span>
        <span className="block text-label text-ink-soft">{facts.join(" · ")}</span>
      </td>
      <td className={`${cell} whitespace-nowrap`}>{t(`state.${row.state}`)}</td>
      <td className={rowAmount}>{estimateWords(row, language)}</td>
      <td className={classes(rowAmount, row.cost === null && "text-ink-soft")}>
        {chargedWords(row, language)}
      </td>
    </tr>
  );
}
