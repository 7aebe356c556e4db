import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CompiledScene, Part } from "../../shared/compile/compiled.ts";
import { printCurl } from "../../shared/formats/curl.ts";
import { printRequestJson } from "../../shared/formats/requestJson.ts";
import type { Target } from "../app/target.ts";
import { useTarget } from "../app/useTarget.ts";
import { showRight } from "../app/usePanel.ts";
import { priceWords } from "../library/prices.ts";
import { Button } from "../ui/Button.tsx";
import { CopyButton } from "../ui/CopyButton.tsx";
import { Segmented } from "../ui/Segmented.tsx";
import { ProblemCard } from "./ProblemCard.tsx";
import { curlPieces, jsonPieces, linesOf } from "./requestText.ts";
import { RequestText } from "./RequestText.tsx";

/** The service's own address: where a command that is copied from here goes. */
const serviceBase = "https://model-api.runcomfy.net/v1";

type Form = "json" | "curl";

/** What will be sent for the scene that Run is about, before anything is paid. */
export function RequestPanel() {
  const target = useTarget();
  if (target.sceneId === undefined) return <NoScene />;
  const { scene } = target;
  if (scene === undefined || scene.parts.length === 0) return <Broken target={target} />;
  return <Request key={scene.nodeId} scene={scene} target={target} />;
}

function NoScene() {
  const { t } = useTranslation("panels");
  return (
    <div className="px-6 py-12 text-center">
      <p className="font-medium">{t("request.noScene")}</p>
      <p className="mt-1 text-ink-soft">{t("request.noSceneNext")}</p>
    </div>
  );
}

function Broken({ target }: { readonly target: Target }) {
  const { t } = useTranslation("panels");
  return (
    <div className="flex flex-col gap-3 px-4 py-4">
      <p className="font-medium">{t(target.off ? "summary.off" : "request.broken")}</p>
      <Errors target={target} />
    </div>
  );
}

/** The first of what stands in the way; the others are one press away. */
function Errors({ target }: { readonly target: Target }) {
  const { t } = useTranslation("panels");
  const [first, ...others] = target.errors;
  return (
    <div className="flex flex-col gap-2">
      {first !== undefined && (
        <ul>
          <ProblemCard problem={first} place />
        </ul>
      )}
      {others.length > 0 && (
        <Button className="h-7!" onClick={() => showRight("problems")}>
          {t("request.moreProblems", { count: others.length })}
        </Button>
      )}
    </div>
  );
}

function Request({ scene, target }: { readonly scene: CompiledScene; readonly target: Target }) {
  const { t } = useTranslation("panels");
  const [form, setForm] = useState<Form>("json");
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, scene.parts.length - 1);
  const part = scene.parts[at];
  const lines = useMemo(() => {
    if (part === undefined) return [];
    const { input, sources } = part;
    return linesOf(form === "json" ? jsonPieces(input, sources()) : curlPieces(part, serviceBase));
  }, [part, form]);
  if (part === undefined) return null;
  return (
    <div className="flex flex-col gap-3 px-4 py-4">
      {target.errors.length > 0 && (
        <>
          <p className="text-failed">{t("request.notSent")}</p>
          <Errors target={target} />
        </>
      )}
      {scene.parts.length > 1 && <PartTabs parts={scene.parts} at={at} onChoose={setChosen} />}
      <div className="flex items-center gap-2">
        <Segmented
          label={t("request.form")}
          value={form}
          options={[
            { value: "json", label: t("request.json") },
            { value: "curl", label: t("request.curl") },
          ]}
          onChoose={setForm}
        />
        <span className="flex-1" />
        <CopyButton
          text={() => textOf(part, form)}
          label={t("request.copy")}
          copiedLabel={t("request.copied")}
        />
      </div>
      <PartLine part={part} />
      <RequestText lines={lines} />
      <p className="text-label text-ink-soft">
        {t(form === "curl" ? "request.token" : "request.hint")}
      </p>
    </div>
  );
}

const textOf = ({ model, input }: Part, form: Form): string =>
  form === "json" ? printRequestJson({ model, input }) : printCurl({ model, input }, serviceBase);

interface PartTabsProps {
  readonly parts: readonly Part[];
  readonly at: number;
  readonly onChoose: (index: number) => void;
}

function PartTabs({ parts, at, onChoose }: PartTabsProps) {
  const { t } = useTranslation("panels");
  return (
    <div role="group" aria-label={t("request.parts")} className="grid grid-cols-2 gap-1.5">
      {parts.map((part, i) => (
        <button
          key={part.shots[0]?.nodeId ?? i}
          type="button"
          aria-pressed={i === at}
          onClick={() => onChoose(i)}
          className="rounded-sm border border-line px-2.5 py-1.5 text-left transition-colors duration-(--quick) hover:bg-hover aria-pressed:border-accent-line aria-pressed:bg-raised"
        >
          <span className="block font-medium">{t("request.part", { number: i + 1 })}</span>
          <span className="block text-label text-ink-soft tabular-nums">
            <PartWords part={part} />
          </span>
        </button>
      ))}
    </div>
  );
}

function PartWords({ part }: { readonly part: Part }) {
  const { t, i18n } = useTranslation("panels");
  const length =
    part.seconds === null
      ? t("request.lengthUnknown")
      : t("request.seconds", { seconds: part.seconds });
  return `${length} · ${priceWords(part.price, i18n.language)}`;
}

function PartLine({ part }: { readonly part: Part }) {
  const { t } = useTranslation("panels");
  return (
    <p className="tabular-nums">
      <PartWords part={part} />
      {part.shots.length > 0 && ` · ${t("request.shots", { count: part.shots.length })}`}
      <span className="block font-mono text-label break-all text-ink-soft">{part.model}</span>
    </p>
  );
}
