import { useWords } from "../locales/useWords.ts";

interface FiguresProps {
  readonly number?: number | undefined;
  readonly seconds: number;
}

/** What can be read of a node from far away: its number at the left, its seconds at the right. */
export function Figures({ number, seconds }: FiguresProps) {
  const { t } = useWords("canvas");
  return (
    <p className="afar-words">
      <b>{number}</b>
      {t("secondsShort", { seconds })}
    </p>
  );
}
