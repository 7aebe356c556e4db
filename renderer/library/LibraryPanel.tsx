import { Clapperboard } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { run } from "../app/run.ts";
import { useTarget } from "../app/useTarget.ts";
import { useJobs } from "../stores/jobStore.ts";
import { Button } from "../ui/Button.tsx";
import { Segmented } from "../ui/Segmented.tsx";
import { Nothing } from "./Nothing.tsx";
import { TakeCard } from "./TakeCard.tsx";
import { groupTakes, type BoardTakes } from "./takeGroups.ts";

type Filter = "all" | "scene";

/** Every take on this computer, the newest first. */
export function LibraryPanel() {
  const { t } = useTranslation("jobs");
  const [filter, setFilter] = useState<Filter>("all");
  const takes = useJobs((state) => state.takes);
  const { sceneId } = useTarget();
  const boards = useMemo(
    () =>
      groupTakes(
        [...takes.values()].filter(({ job }) => filter === "all" || job.sceneId === sceneId),
      ),
    [takes, filter, sceneId],
  );
  if (takes.size === 0) return <NoTakes />;
  return (
    <div className="flex flex-col gap-4 px-3 pt-1 pb-4">
      <Segmented
        label={t("filter.name")}
        value={filter}
        options={[
          { value: "all", label: t("filter.all") },
          { value: "scene", label: t("filter.scene") },
        ]}
        onChoose={setFilter}
      />
      {boards.length === 0 && (
        <Nothing
          icon={Clapperboard}
          title={t("empty.takesOfScene")}
          about={t("empty.takesOfSceneAbout")}
        >
          <Button onClick={() => setFilter("all")}>{t("empty.showAll")}</Button>
        </Nothing>
      )}
      {boards.map((board) => (
        <BoardSection key={board.title} board={board} />
      ))}
    </div>
  );
}

function BoardSection({ board }: { readonly board: BoardTakes }) {
  const { t } = useTranslation("jobs");
  return (
    <section className="flex flex-col gap-3">
      {board.scenes.map((scene) => (
        <div key={scene.sceneId} className="flex flex-col gap-1">
          <h3 className="flex min-w-0 items-baseline gap-2 px-1">
            <span className="min-w-0 truncate font-medium">
              {scene.title === "" ? t("scene") : scene.title}
            </span>
            <span className="min-w-0 flex-1 truncate text-label text-ink-soft">
              {board.title === "" ? t("untitled") : board.title}
            </span>
          </h3>
          <ul className="flex flex-col gap-0.5">
            {scene.runs.map((each) => (
              <li key={each.runId}>
                <TakeCard run={each} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function NoTakes() {
  const { t } = useTranslation("jobs");
  const { sceneId } = useTarget();
  return (
    <Nothing icon={Clapperboard} title={t("empty.takes")} about={t("empty.takesAbout")}>
      <Button onClick={() => run()} disabled={sceneId === undefined}>
        {t("empty.run")}
      </Button>
    </Nothing>
  );
}
