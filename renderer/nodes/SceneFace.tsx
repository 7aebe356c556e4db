import { Clapperboard, Play } from "lucide-react";
import { useWords } from "../locales/useWords.ts";
import { useShallow } from "zustand/react/shallow";
import type { NodeId } from "../../shared/board/schema.ts";
import type { CompiledScene } from "../../shared/compile/compiled.ts";
import type { Take } from "../../shared/jobs/job.ts";
import { costWords, priceWords } from "../library/prices.ts";
import { useCompiled } from "../stores/compiled.ts";
import { useJobs } from "../stores/jobStore.ts";
import { useSettings } from "../stores/settingsStore.ts";
import { look } from "../stores/viewStore.ts";
import { usd } from "../ui/money.ts";
import type { AfarProps, FaceProps } from "./face.ts";
import { useFact } from "./facts.ts";
import { Figures } from "./Figures.tsx";
import { Elapsed, JobLine, JobSentence } from "./JobLine.tsx";
import { jobOfScene } from "./jobOfScene.ts";
import { Panel } from "./Panel.tsx";
import { frameOf, jobHeight, sceneWidth, type Size } from "./size.ts";
import { latestTakes } from "./stills.ts";
import { useParams } from "./useNode.ts";

/** The newest take, where the scene's job stands, and what it would be to run it. */
export function SceneBody({ id }: FaceProps) {
  return (
    <>
      <LatestTake id={id} />
      <div className="job" style={{ height: jobHeight }}>
        <JobState id={id} />
      </div>
      <SceneChips id={id} />
      <SceneSentence id={id} />
    </>
  );
}

/** The picture where it is from near, and the seconds large below it. */
export function SceneAfar({ id, legible }: AfarProps) {
  const size = usePictureSize(id).picture;
  const takes = useLatest(id);
  const seconds = useCompiled((state) => state.scenes.get(id)?.seconds ?? null);
  return (
    <>
      {takes.length === 0 ? (
        <OpeningFrame id={id} size={size} afar />
      ) : (
        <Poster id={id} size={size} />
      )}
      {legible && seconds !== null && <Figures seconds={seconds} />}
    </>
  );
}

export function SceneMeta({ id }: { readonly id: NodeId }) {
  const job = useJobs((state) => jobOfScene(state.jobs, id));
  if (job === undefined) return null;
  return (
    <span className="board-node-meta job-elapsed">
      <Elapsed job={job} />
    </span>
  );
}

const usePictureSize = (id: NodeId): { readonly ground: Size; readonly picture: Size } =>
  frameOf(sceneWidth, useFact(id)?.aspectRatio ?? "16:9");

const useLatest = (id: NodeId): readonly Take[] =>
  useJobs(useShallow((state) => latestTakes(state.takesByScene.get(id))));

/** The picture of the newest take that has one. */
function Poster({ id, size }: PictureProps) {
  const { t } = useWords("canvas");
  const mediaBase = useSettings((state) => state.info?.mediaBase ?? "");
  const take = useLatest(id).find((each) => each.poster !== null && !each.missing);
  if (take === undefined || take.poster === null) return null;
  return (
    <img
      className="frame-picture object-contain"
      style={size}
      src={`${mediaBase}${take.id}/${take.poster}`}
      alt={t("scene.poster", { number: take.number })}
      draggable={false}
      decoding="async"
    />
  );
}

function LatestTake({ id }: FaceProps) {
  const { t, i18n } = useWords("canvas");
  const takes = useLatest(id);
  const { ground, picture } = usePictureSize(id);
  const take = takes[0];
  if (take === undefined) {
    return (
      <div className="frame" style={ground}>
        <OpeningFrame id={id} size={picture} />
        <span className="frame-empty">
          <Clapperboard size={14} strokeWidth={1.75} aria-hidden />
          {t("scene.noTake")}
        </span>
      </div>
    );
  }
  return (
    <div className="frame" style={ground}>
      <Poster id={id} size={picture} />
      <span className="badge badge-left tabular-nums">
        {t("scene.take", { number: take.number, seconds: secondsOf(takes, i18n.language) })}
      </span>
      <button
        type="button"
        className="frame-play nodrag nopan"
        aria-label={t("scene.takeAbout", { number: take.number })}
        onClick={() => look({ playing: { takeIds: takes.map((each) => each.id), seconds: 0 } })}
      >
        <Play size={14} strokeWidth={2} fill="currentColor" aria-hidden />
      </button>
    </div>
  );
}

/** Until there is a take, a scene looks like its first shot, dimmed: a board is never a row of grey boxes. */
function OpeningFrame({ id, size, afar = false }: PictureProps) {
  const first = useCompiled((state) => state.scenes.get(id)?.shots[0]?.nodeId);
  return first === undefined ? null : <OpeningShot id={first} size={size} afar={afar} />;
}

interface PictureProps {
  readonly id: NodeId;
  readonly size: Size;
  readonly afar?: boolean;
}

function OpeningShot({ id, size, afar = false }: PictureProps) {
  const params = useParams(id, "shot");
  const fact = useFact(id);
  if (params === undefined) return null;
  return (
    <div className="frame-dimmed">
      <Panel id={id} params={params} fact={fact} size={size} afar={afar} />
    </div>
  );
}

const secondsOf = (takes: readonly Take[], language: string): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(
    takes.reduce((sum, take) => sum + take.seconds, 0),
  );

function JobState({ id }: { readonly id: NodeId }) {
  const { t } = useWords("canvas");
  const job = useJobs((state) => jobOfScene(state.jobs, id));
  if (job === undefined) {
    return (
      <p className="job-state" data-tone="muted">
        {t("scene.notRun")}
      </p>
    );
  }
  return <JobLine job={job} />;
}

function SceneSentence({ id }: { readonly id: NodeId }) {
  const job = useJobs((state) => jobOfScene(state.jobs, id));
  return job === undefined ? null : <JobSentence job={job} />;
}

function SceneChips({ id }: { readonly id: NodeId }) {
  const { t } = useWords("canvas");
  const scene = useCompiled((state) => state.scenes.get(id));
  if (scene === undefined) return null;
  return (
    <div className="board-node-chips mt-2">
      {scene.shots.length > 0 && (
        <span className="chip">{t("scene.shots", { count: scene.shots.length })}</span>
      )}
      {scene.parts.length > 0 && (
        <span className="chip">{t("scene.requests", { count: scene.parts.length })}</span>
      )}
      {scene.parts.length > 0 && <PriceChip scene={scene} />}
    </div>
  );
}

function PriceChip({ scene }: { readonly scene: CompiledScene }) {
  const { t, i18n } = useWords("canvas");
  const engine = useSettings((state) => state.info?.settings.engine);
  if (engine === "animatic") {
    return (
      <span className="chip" title={t("scene.freeAbout")}>
        {costWords({ kind: "free" }, i18n.language)}
      </span>
    );
  }
  const words = priceWords(scene.price, i18n.language);
  // The words are too wide for the node in some languages.
  return (
    <span className="chip block! min-w-0 flex-initial! truncate leading-5" title={words}>
      {scene.price === null ? words : `≈ ${usd(scene.price, i18n.language)}`}
    </span>
  );
}
