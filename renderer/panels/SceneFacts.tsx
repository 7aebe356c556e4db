import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { NodeId } from "../../shared/board/schema.ts";
import { profileOf } from "../../shared/models/profiles.ts";
import { useCompiled } from "../stores/compiled.ts";
import { showRight } from "../app/usePanel.ts";
import { priceWords } from "../library/prices.ts";
import { useNode } from "../nodes/useNode.ts";
import { Button } from "../ui/Button.tsx";

/** What a scene comes to: how long, in how many requests, at what price. */
export function SceneFacts({ id }: { readonly id: NodeId }) {
  const { t, i18n } = useTranslation("panels");
  const scene = useCompiled((compiled) => compiled.scenes.get(id));
  const off = useNode(id)?.mode !== undefined;
  if (scene === undefined) {
    return <p className="text-ink-soft">{t(off ? "summary.off" : "summary.broken")}</p>;
  }
  const { seconds, price, parts, shots } = scene;
  const [part] = parts;
  const cuts = parts.map((each) => each.seconds).join(" + ");
  return (
    <section className="rounded-md border border-line bg-raised p-3">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
        <Fact name={t("summary.shots")}>{shots.length}</Fact>
        <Fact name={t("summary.seconds")}>
          {seconds === null ? t("summary.byModel") : t("summary.secondsValue", { seconds })}
        </Fact>
        {part !== undefined && (
          <Fact name={t("summary.requests")}>
            {parts.length > 1 ? `${parts.length} (${cuts} s)` : parts.length}
          </Fact>
        )}
        {part !== undefined && (
          <Fact name={t("summary.model")}>{profileOf(part.model)?.name ?? part.model}</Fact>
        )}
        <Fact name={t("summary.price")}>{priceWords(price, i18n.language)}</Fact>
      </dl>
      <Button
        className="mt-3 h-7! w-full"
        onClick={() => showRight(scene.hasErrors ? "problems" : "request")}
      >
        {t(scene.hasErrors ? "summary.showProblems" : "summary.showRequest")}
      </Button>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-soft">{name}</dt>
      <dd className="min-w-0 text-right break-words tabular-nums">{children}</dd>
    </>
  );
}
