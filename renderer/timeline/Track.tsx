import { Plus } from "lucide-react";
import { useMemo, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useShut } from "../app/useShut.ts";
import { useView } from "../stores/viewStore.ts";
import { IconButton } from "../ui/Button.tsx";
import { ClipView } from "./ClipView.tsx";
import { addLast } from "./edits.ts";
import { totalOf, withSeconds, type Film } from "./film.ts";
import { focusClip, onClipKey } from "./keys.ts";
import { Playhead } from "./Playhead.tsx";
import { toggle } from "./playback.ts";
import { Ruler } from "./Ruler.tsx";
import { useBox } from "./useBox.ts";
import { useGesture } from "./useGesture.ts";

/** px; a scene that would get thinner than this scrolls. */
const leastPxPerSecond = 14;
const addWidth = 40;
const labelHeight = 28;

/** Ruler, clips to scale and playhead. */
export function Track({ film }: { readonly film: Film }) {
  const { t } = useTranslation("panels");
  const [ref, box] = useBox();
  const [strip, stripBox] = useBox();
  const { clips, total, sceneId, animatic } = film;
  const shut = useShut();
  const fitting = total > 0 ? (box.width - addWidth) / total : leastPxPerSecond;
  const still = Math.max(leastPxPerSecond, fitting);
  const gestures = useGesture(film, still);
  const { shown } = gestures;
  const pxPerSecond = shown?.pxPerSecond ?? still;
  const drawn = shown === undefined ? clips : withSeconds(clips, shown.seconds);
  const length = totalOf(drawn);
  const selected = useView(({ selectedNodes }) => selectedNodes);
  const entry = clips.find(({ id }) => selected.has(id))?.id ?? clips[0]?.id;
  const shots = useMemo(() => animatic?.shots ?? [], [animatic]);

  const key = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === "Escape" && shown !== undefined) gestures.cancel();
    else if (event.key === " " && !(event.target instanceof HTMLButtonElement))
      toggle(() => film.total);
    else if (!onClipKey(event, film)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div ref={ref} className="mx-4 min-h-0 flex-1 overflow-x-auto overflow-y-hidden" data-timeline>
      {box.width > 0 && (
        <div
          className="relative flex h-full min-w-full flex-col pb-3"
          style={{ width: length * pxPerSecond + addWidth }}
        >
          <Ruler total={length} pxPerSecond={pxPerSecond} film={film} />
          <div
            ref={strip}
            role="toolbar"
            tabIndex={-1}
            aria-label={t("timeline.clips")}
            aria-orientation="horizontal"
            className="relative mt-1.5 min-h-0 flex-1"
            onKeyDown={key}
          >
            {drawn.map((clip, i) => (
              <ClipView
                key={clip.id}
                clip={clip}
                shot={shots[i]}
                film={film}
                pxPerSecond={pxPerSecond}
                frameHeight={Math.max(24, stripBox.height - labelHeight)}
                selected={selected.has(clip.id)}
                entry={clip.id === entry}
                gestures={gestures}
                total={length}
                next={drawn[i + 1]?.seconds}
              />
            ))}
            {sceneId !== undefined && (
              <div
                className="absolute inset-y-0 grid place-content-center"
                style={{ left: length * pxPerSecond + 6, width: addWidth - 8 }}
              >
                <IconButton
                  label={t("timeline.addLast")}
                  side="top"
                  onClick={() => focusClip(addLast(sceneId))}
                  {...shut}
                >
                  <Plus size={15} strokeWidth={1.75} />
                </IconButton>
              </div>
            )}
          </div>
          <Playhead total={length} pxPerSecond={pxPerSecond} />
        </div>
      )}
    </div>
  );
}
