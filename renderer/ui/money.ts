/** USD in the reader's language, e.g. `$2.02` or `US$ 2,02`; a tenth of a cent is kept for rates per second. */
export function usd(amount: number, language: string, kind: "sum" | "rate" = "sum"): string {
  return new Intl.NumberFormat(language, {
    style: "currency",
    currency: "USD",
    minimumFractionDigits: 2,
    maximumFractionDigits: kind === "rate" ? 3 : 2,
  }).format(amount);
}
