import { FolderOpen, PencilLine, Star, StickyNote, Workflow, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Take } from "../../shared/jobs/job.ts";
import { profileOf } from "../../shared/models/profiles.ts";
import { costOf, costWords } from "../library/prices.ts";
import { TakeEditor } from "../library/TakeEditor.tsx";
import { openBoardOf, showInFolder, toggleStar } from "../library/takeCalls.ts";
import { nameOf, runsOf, type TakenRun } from "../library/takeGroups.ts";
import { activeBoard, useBoards } from "../stores/boardStore.ts";
import { useJobs } from "../stores/jobStore.ts";
import { IconButton } from "../ui/Button.tsx";
import { Choice } from "../ui/Field.tsx";
import { byteSize } from "../ui/time.ts";
import { useNow } from "../ui/useNow.ts";
import { momentWords } from "../ui/when.ts";
import { closePlayer, playTakes } from "./playTakes.ts";

interface TakeHeaderProps {
  readonly run: TakenRun;
  readonly isEditing: boolean;
  readonly onEdit: (isEditing: boolean) => void;
}

/** Which take this is, the facts of its files, and what somebody thinks of it. */
export function TakeHeader({ run, ...editing }: TakeHeaderProps) {
  const first = run.takes[0];
  if (first === undefined) return null;
  return (
    <>
      <Header run={run} first={first} {...editing} />
      {first.note !== "" && <Note words={first.note} />}
    </>
  );
}

function Note({ words }: { readonly words: string }) {
  const { t } = useTranslation("jobs");
  return (
    <p
      title={words}
      className="flex shrink-0 items-start gap-2 border-b border-line bg-surface px-4 py-1.5 text-node"
    >
      <StickyNote
        size={13}
        strokeWidth={1.75}
        role="img"
        aria-label={t("edit.note")}
        className="mt-0.5 shrink-0 text-ink-soft"
      />
      <span className="line-clamp-2 min-w-0 break-words whitespace-pre-line">{words}</span>
    </p>
  );
}

function Header({ run, first, isEditing, onEdit }: TakeHeaderProps & { readonly first: Take }) {
  const { t } = useTranslation(["player", "jobs"]);
  const { sceneTitle, boardTitle } = first.job;
  const isOpenBoard = useBoards((state) => activeBoard(state)?.title === boardTitle);
  return (
    <header className="relative flex h-11 shrink-0 items-center gap-3 border-b border-line bg-surface pr-2 pl-4">
      <h2 className="max-w-60 min-w-0 shrink truncate font-semibold">
        {sceneTitle === "" ? t("jobs:scene") : sceneTitle}
        {boardTitle !== "" && !isOpenBoard && (
          <span className="ml-2 font-normal text-ink-soft">{boardTitle}</span>
        )}
      </h2>
      <TakeChoice first={first} />
      <Facts takes={run.takes} />
      <div className="flex shrink-0 gap-0.5">
        <IconButton
          label={t(first.starred ? "jobs:actions.unstar" : "jobs:actions.star")}
          shortcut="S"
          aria-pressed={first.starred}
          onClick={() => void toggleStar(run)}
        >
          <Star {...icon} className={first.starred ? "fill-accent text-accent-ink" : undefined} />
        </IconButton>
        <IconButton
          label={t("jobs:actions.edit")}
          shortcut="N"
          aria-expanded={isEditing}
          onClick={() => onEdit(!isEditing)}
        >
          <PencilLine {...icon} />
        </IconButton>
        <IconButton label={t("openBoard")} onClick={() => void openBoardOf(first)}>
          <Workflow {...icon} />
        </IconButton>
        <IconButton label={t("showInFolder")} onClick={() => showInFolder(first)}>
          <FolderOpen {...icon} />
        </IconButton>
        <IconButton label={t("close")} shortcut="Esc" onClick={closePlayer}>
          <X size={16} strokeWidth={1.75} />
        </IconButton>
      </div>
      {isEditing && (
        // In the player and not at the end of the page: a player that fills the screen shows nothing else.
        <div className="absolute top-full right-2 z-10 mt-1 w-80 rounded-sm shadow-(--shadow)">
          <TakeEditor run={run} onClose={() => onEdit(false)} />
        </div>
      )}
    </header>
  );
}

const icon = { size: 15, strokeWidth: 1.75 } as const;
const none: readonly Take[] = [];

function TakeChoice({ first }: { readonly first: Take }) {
  const { t, i18n } = useTranslation("player");
  const now = useNow();
  const { sceneId, boardTitle, runId } = first.job;
  const takes = useJobs((state) => state.takesByScene.get(sceneId) ?? none);
  const runs = runsOf(takes.filter(({ job }) => job.boardTitle === boardTitle));
  const words = (run: TakenRun): string =>
    t("takeOption", {
      take: `${run.takes[0]?.starred === true ? "★ " : ""}${nameOf(run)}`,
      when: momentWords(run.createdAt, now, i18n.language),
      price: costWords(costOf(run.takes.map(({ job }) => job)), i18n.language),
    });
  return (
    <Choice
      aria-label={t("take")}
      className="h-7! w-auto! max-w-[40%] min-w-40 shrink-0 tabular-nums"
      value={runId}
      options={runs.map((run) => ({ value: run.runId, label: words(run) }))}
      onChoose={(chosen) => {
        const run = runs.find((each) => each.runId === chosen);
        if (run !== undefined) playTakes(run.takes.map(({ id }) => id));
      }}
    />
  );
}

function Facts({ takes }: { readonly takes: readonly Take[] }) {
  const { t, i18n } = useTranslation("player");
  const first = takes[0];
  if (first === undefined) return null;
  const sum = (of: (take: Take) => number): number =>
    takes.reduce((total, take) => total + of(take), 0);
  const { engine, model } = first.job;
  const seconds = new Intl.NumberFormat(i18n.language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(sum((take) => take.seconds));
  const facts = [
    t("size", { width: first.width, height: first.height }),
    t("length", { seconds }),
    ...(takes.length > 1 ? [t("parts", { count: takes.length })] : []),
    byteSize(
      sum((take) => take.bytes),
      i18n.language,
    ),
    engine === "animatic" ? t("animatic") : (profileOf(model)?.name ?? model),
  ].join(" · ");
  return (
    <span title={facts} className="min-w-0 flex-1 truncate text-node text-ink-soft tabular-nums">
      {facts}
    </span>
  );
}
