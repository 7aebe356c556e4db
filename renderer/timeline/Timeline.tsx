import { Film as FilmIcon, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useShut } from "../app/useShut.ts";
import { addNodeHere } from "../canvas/commands.ts";
import { activeBoard, useBoards } from "../stores/boardStore.ts";
import { Button } from "../ui/Button.tsx";
import { AnimaticPreview } from "./AnimaticPreview.tsx";
import { activate, addLast, offIn } from "./edits.ts";
import { useFilm, type Film } from "./film.ts";
import { TimelineHeader } from "./TimelineHeader.tsx";
import { Track } from "./Track.tsx";

/** The scene that Run is about, in time. */
export function Timeline() {
  const { t } = useTranslation("panels");
  const film = useFilm();
  return (
    <div className="flex min-h-0 flex-1 flex-col" role="region" aria-label={t("timeline.name")}>
      <TimelineHeader film={film} />
      {film.clips.length > 0 ? <Track film={film} /> : <NoClips film={film} />}
      <AnimaticPreview film={film} />
    </div>
  );
}

/** What stands in place of the clips when there are none. */
export function NoClips({ film }: { readonly film: Film }) {
  const { t } = useTranslation("panels");
  const { sceneId, total } = film;
  const shut = useShut();
  const board = useBoards(activeBoard);
  const off = board === undefined || sceneId === undefined ? [] : offIn(board, sceneId);
  return (
    <div className="flex min-h-0 flex-1 items-center justify-center gap-4 px-4 pb-4 text-ink-soft">
      <FilmIcon size={18} strokeWidth={1.5} aria-hidden />
      {sceneId === undefined ? (
        <>
          <p>{t("timeline.noScene")}</p>
          <Button onClick={() => addNodeHere("scene")} {...shut}>
            <Plus size={14} strokeWidth={1.75} aria-hidden />
            {t("timeline.addScene")}
          </Button>
        </>
      ) : off.length > 0 ? (
        <>
          <p>{t(off.at(-1) === sceneId ? "timeline.sceneOff" : "timeline.shotsOff")}</p>
          <Button onClick={() => activate(off)} {...shut}>
            {t("inspector.mode.activate")}
          </Button>
        </>
      ) : (
        <>
          <p>
            {total > 0 ? t("timeline.noShots", { seconds: total }) : t("timeline.noShotsUnknown")}
          </p>
          <Button onClick={() => addLast(sceneId)} {...shut}>
            <Plus size={14} strokeWidth={1.75} aria-hidden />
            {t("timeline.addFirst")}
          </Button>
        </>
      )}
    </div>
  );
}
