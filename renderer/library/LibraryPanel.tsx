import { Clapperboard, SearchX, Trash2 } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { attempt } from "../app/notices.ts";
import { run } from "../app/run.ts";
import { useTarget } from "../app/useTarget.ts";
import { useJobs } from "../stores/jobStore.ts";
import { Button } from "../ui/Button.tsx";
import { BinBar } from "./BinBar.tsx";
import { loadAllTakes, loadBin } from "./loadTakes.ts";
import { Nothing } from "./Nothing.tsx";
import { filterTakes, makerOf, noFilter, type TakeFilter } from "./takeFilter.ts";
import { TakeFilters } from "./TakeFilters.tsx";
import { rowsOf } from "./takeGroups.ts";
import { TakeList } from "./TakeList.tsx";
import { useFound } from "./useFound.ts";

/** Every take on this computer, the newest first. */
export function LibraryPanel() {
  const [filter, setFilter] = useState<TakeFilter>(noFilter);
  const isBin = filter.state === "binned";
  const all = useJobs((state) => state.takes);
  const bin = useJobs((state) => state.bin);
  const { sceneId } = useTarget();
  const found = useFound(filter.words, all.size + bin.size);
  useEffect(() => {
    void attempt(() => Promise.all([loadAllTakes(), loadBin()]));
  }, []);
  const models = useMemo(() => [...new Set([...all.values()].map(makerOf))].toSorted(), [all]);
  const takes = isBin ? bin : all;
  const rows = useMemo(
    () => rowsOf(filterTakes(takes.values(), filter, found, sceneId)),
    [takes, filter, found, sceneId],
  );
  if (all.size === 0 && bin.size === 0) return <NoTakes />;
  return (
    <div className="flex h-full flex-col">
      <TakeFilters filter={filter} models={models} onChange={setFilter} />
      {isBin && bin.size > 0 && <BinBar count={bin.size} />}
      {rows.length > 0 ? (
        <TakeList rows={rows} />
      ) : all.size === 0 && !isBin ? (
        <AllBinned onLook={() => setFilter({ ...noFilter, state: "binned" })} />
      ) : (
        <NoneFound
          filter={filter}
          isBinEmpty={isBin && bin.size === 0}
          onClear={() => setFilter(noFilter)}
        />
      )}
    </div>
  );
}

interface NoneFoundProps {
  readonly filter: TakeFilter;
  readonly isBinEmpty: boolean;
  readonly onClear: () => void;
}

function NoneFound({ filter, isBinEmpty, onClear }: NoneFoundProps) {
  const { t } = useTranslation("jobs");
  const back = <Button onClick={onClear}>{t("empty.showAll")}</Button>;
  if (isBinEmpty) {
    return (
      <Nothing icon={Trash2} title={t("empty.bin")} about={t("empty.binAbout")}>
        {back}
      </Nothing>
    );
  }
  const { isOfScene, ...rest } = filter;
  const isSceneAlone = isOfScene && Object.values(rest).every((each) => !each);
  return isSceneAlone ? (
    <Nothing
      icon={Clapperboard}
      title={t("empty.takesOfScene")}
      about={t("empty.takesOfSceneAbout")}
    >
      {back}
    </Nothing>
  ) : (
    <Nothing icon={SearchX} title={t("empty.found")} about={t("empty.foundAbout")}>
      {back}
    </Nothing>
  );
}

function AllBinned({ onLook }: { readonly onLook: () => void }) {
  const { t } = useTranslation("jobs");
  return (
    <Nothing icon={Trash2} title={t("empty.allBinned")} about={t("empty.allBinnedAbout")}>
      <Button onClick={onLook}>{t("empty.showBin")}</Button>
    </Nothing>
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
