import { FileX2, Play, Star } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { profileOf } from "../../shared/models/profiles.ts";
import { playTakes } from "../player/playTakes.ts";
import { useView } from "../stores/viewStore.ts";
import { classes } from "../ui/classes.ts";
import { useNow } from "../ui/useNow.ts";
import { dateWords, whenWords } from "../ui/when.ts";
import { useMediaUrl } from "./mediaUrl.ts";
import { costOf, costWords } from "./prices.ts";
import { TakeEditor } from "./TakeEditor.tsx";
import { nameOf, type TakenRun } from "./takeGroups.ts";
import { TakeMenu } from "./TakeMenu.tsx";

/** One take: its picture, what made it, and a click to play it. */
export function TakeCard({ run }: { readonly run: TakenRun }) {
  const [editing, setEditing] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const close = (): void => {
    setEditing(false);
    // The menu that has opened it is gone.
    place.current?.querySelector("button")?.focus();
  };
  return (
    <div ref={place}>
      <Card run={run} onEdit={() => setEditing(true)} />
      {editing && <TakeEditor run={run} onClose={close} />}
    </div>
  );
}

function Card({ run, onEdit }: { readonly run: TakenRun; readonly onEdit: () => void }) {
  const { t, i18n } = useTranslation(["jobs", "player"]);
  const now = useNow();
  const first = run.takes[0];
  const isPlaying = useView((view) => view.playing?.takeIds[0] === first?.id);
  if (first === undefined) return null;
  const { job } = first;
  const missing = run.takes.every((take) => take.missing);
  const total = run.takes.reduce((sum, take) => sum + take.seconds, 0);
  const seconds = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format(total);
  const made = job.engine === "animatic" ? t("engine.animatic") : modelName(job.model);
  const price = costWords(costOf(run.takes.map((take) => take.job)), i18n.language);
  const about = [
    dateWords(run.createdAt, i18n.language),
    made,
    ...(run.takes.length > 1 ? [t("player:parts", { count: run.takes.length })] : []),
  ];
  return (
    <div
      className={classes(
        "group relative flex items-center rounded-sm transition-colors duration-(--quick) hover:bg-hover",
        isPlaying && "bg-hover",
      )}
    >
      <button
        type="button"
        disabled={missing}
        title={missing ? t("missing") : about.join(" · ")}
        onClick={() => playTakes(run.takes.filter((take) => !take.missing).map(({ id }) => id))}
        className="flex min-w-0 flex-1 items-center gap-2.5 rounded-sm p-1 text-left disabled:cursor-default"
      >
        <Poster run={run} missing={missing} />
        <span className="flex min-w-0 flex-1 flex-col tabular-nums">
          <span className="flex items-center gap-1">
            <span className="sr-only">{t("play")}</span>
            <b className="truncate font-medium">{nameOf(run)}</b>
            {first.starred && (
              <Star
                size={12}
                strokeWidth={1.75}
                role="img"
                aria-label={t("filter.states.starred")}
                className="order-first shrink-0 fill-accent text-accent-ink"
              />
            )}
          </span>
          <span className="truncate text-node text-ink-soft">
            {`${t("seconds", { seconds })} · ${price}`}
          </span>
          <span className={classes("truncate text-node", missing ? "text-stale" : "text-ink-soft")}>
            {missing
              ? t("missingShort")
              : `${whenWords(run.createdAt, now, i18n.language)} · ${made}`}
          </span>
          {first.note !== "" && (
            <span title={first.note} className="line-clamp-2 text-node break-words">
              {first.note}
            </span>
          )}
        </span>
      </button>
      <TakeMenu
        run={run}
        onEdit={onEdit}
        className="absolute top-0.5 right-0.5 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 data-[state=open]:opacity-100"
      />
    </div>
  );
}

const modelName = (model: string): string => profileOf(model)?.name ?? model;

function Poster({ run, missing }: { readonly run: TakenRun; readonly missing: boolean }) {
  const urlOf = useMediaUrl();
  const take = run.takes.find(({ poster }) => poster !== null);
  return (
    <span className="relative grid h-[54px] w-24 shrink-0 place-content-center overflow-hidden rounded-sm border border-line bg-canvas">
      {missing || take === undefined || take.poster === null ? (
        <FileX2 size={16} strokeWidth={1.5} aria-hidden className="text-ink-soft" />
      ) : (
        <img
          src={urlOf(`${take.id}/${take.poster}`)}
          alt=""
          loading="lazy"
          draggable={false}
          className="absolute inset-0 size-full object-contain"
        />
      )}
      {!missing && (
        <span className="absolute inset-0 grid place-content-center bg-black/35 opacity-0 transition-opacity duration-(--quick) group-focus-within:opacity-100 group-hover:opacity-100">
          <Play size={16} fill="white" strokeWidth={0} aria-hidden />
        </span>
      )}
    </span>
  );
}
