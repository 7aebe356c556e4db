import { useWords } from "../locales/useWords.ts";

interface FiguresProps {
  readonly numeral?: string | undefined;
  readonly seconds: number;
}

/** What can be read of a node from far away: its number at the left, its seconds at the right. */
export function Figures({ numeral, seconds }: FiguresProps) {
  const { t } = useWords("canvas");
  return (
    <p className="afar-words">
      <b>{numeral}</b>
      {t("secondsShort", { seconds })}
    </p>
  );
}
