/** USD in the reader's language, e.g. `$2.02` or `US$ 2,02`; a tenth of a cent is kept for rates per second. */
export function usd(amount: number, language: string, kind: "sum" | "rate" = "sum"): string {
  return new Intl.NumberFormat(language, {
    style: "currency",
    currency: "USD",
    minimumFractionDigits: 2,
    maximumFractionDigits: kind === "rate" ? 3 : 2,
  }).format(amount);
}

/** USD as somebody writes them, with a point or a comma; null for nothing, undefined for what is no amount. */
export function readUsd(text: string): number | null | undefined {
  const plain = text.replace("$", "").trim();
  if (plain === "") return null;
  if (!/^\d{1,7}([.,]\d{0,2})?$/.test(plain)) return undefined;
  const amount = Number(plain.replace(",", "."));
  return amount <= 1_000_000 ? amount : undefined;
}
