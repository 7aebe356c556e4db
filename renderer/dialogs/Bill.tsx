import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CompiledScene, Part } from "../../shared/compile/compiled.ts";
import { fieldOf } from "../../shared/models/profile.ts";
import { profileOf } from "../../shared/models/profiles.ts";
import { priceWords } from "../library/prices.ts";
import { useSettings } from "../stores/settingsStore.ts";
import { classes } from "../ui/classes.ts";
import { usd } from "../ui/money.ts";
import { Callout } from "./Callout.tsx";

/** The requests of a scene with their prices, and what is left of the balance. */
export function Bill({ scene }: { readonly scene: CompiledScene }) {
  const { t, i18n } = useTranslation(["dialogs", "app"]);
  const balance = useSettings((state) => state.balance);
  const money = (amount: number): string => usd(amount, i18n.language);
  const { price } = scene;
  const left = balance === null || price === null ? null : balance - price;
  return (
    <>
      <table className="w-full border-separate border-spacing-0 tabular-nums">
        <tbody>
          {scene.parts.map((part, i) => (
            <PartRow
              key={`${scene.nodeId} ${i}`}
              part={part}
              name={
                scene.parts.length === 1
                  ? t("confirm.oneRequest")
                  : t("confirm.request", { index: i + 1 })
              }
            />
          ))}
        </tbody>
        <tfoot>
          <SumRow strong label={t("confirm.total")} value={priceWords(price, i18n.language)} />
          {balance !== null && <SumRow label={t("confirm.balance")} value={money(balance)} />}
          {left !== null && left >= 0 && (
            <SumRow label={t("confirm.left")} value={priceWords(left, i18n.language)} />
          )}
        </tfoot>
      </table>
      {left !== null && left < 0 && <Callout tone="warning">{t("confirm.notEnough")}</Callout>}
      <p className="-mt-2 text-label text-ink-soft">{t("confirm.estimate")}</p>
    </>
  );
}

function PartRow({ part, name }: { readonly part: Part; readonly name: string }) {
  const { t, i18n } = useTranslation(["dialogs", "app"]);
  const profile = profileOf(part.model);
  const audio = audioOf(part);
  const facts = [
    profile?.name ?? part.model,
    ...(part.seconds === null ? [] : [t("app:seconds", { seconds: part.seconds })]),
    ...(part.shots.length === 0 ? [] : [t("confirm.shots", { count: part.shots.length })]),
    ...(audio === undefined ? [] : [t(audio ? "confirm.withAudio" : "confirm.silent")]),
  ];
  return (
    <tr>
      <td className="border-b border-line py-2 pr-4">
        <span className="font-medium">{name}</span>
        <span className="block text-node text-ink-soft">{facts.join(" · ")}</span>
      </td>
      <td className="border-b border-line py-2 text-right align-top whitespace-nowrap">
        {part.price === null ? priceWords(null, i18n.language) : usd(part.price, i18n.language)}
      </td>
    </tr>
  );
}

/** As sent, else as the model does by itself; undefined for a model without sound. */
function audioOf({ model, input }: Part): boolean | undefined {
  const profile = profileOf(model);
  if (profile === undefined || profile.audioField === null) return undefined;
  const sent = input[profile.audioField];
  if (typeof sent === "boolean") return sent;
  return fieldOf(profile, profile.audioField, "boolean")?.default;
}

interface SumRowProps {
  readonly label: ReactNode;
  readonly value: ReactNode;
  readonly strong?: boolean;
}

function SumRow({ label, value, strong = false }: SumRowProps) {
  const look = classes("pt-2", strong ? "text-[15px] font-semibold" : "text-ink-soft");
  return (
    <tr>
      <td className={look}>{label}</td>
      <td className={`${look} text-right`}>{value}</td>
    </tr>
  );
}
