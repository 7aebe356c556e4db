import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useShallow } from "zustand/react/shallow";
import type { Take } from "../../shared/jobs/job.ts";
import { toggleStar } from "../library/takeCalls.ts";
import { runsOf } from "../library/takeGroups.ts";
import { useJobs } from "../stores/jobStore.ts";
import { useView } from "../stores/viewStore.ts";
import { Button } from "../ui/Button.tsx";
import { Controls } from "./Controls.tsx";
import { followBoard } from "./followBoard.ts";
import { keysOf } from "./keys.ts";
import { createPlayback } from "./playback.ts";
import { closePlayer } from "./playTakes.ts";
import { reelOf } from "./reel.ts";
import { ShotStrip } from "./ShotStrip.tsx";
import { Stage } from "./Stage.tsx";
import { TakeHeader } from "./TakeHeader.tsx";

/** What `view.playing` names, large, over the canvas. Not modal: the board stays at hand. */
export function Player() {
  const playing = useView((view) => view.playing);
  const takes = useJobs(
    useShallow((state) =>
      (playing?.takeIds ?? []).flatMap((id) => {
        const take = state.takes.get(id);
        return take === undefined ? [] : [take];
      }),
    ),
  );
  if (playing === null) return null;
  if (takes.length === 0) return <Gone />;
  // Another run, another moment of it, or a file that has come or gone is another playback.
  const files = takes.map(({ id, missing }) => `${id} ${missing}`);
  const key = [playing.seconds, ...files].join(" ");
  return <Screen key={key} takes={takes} from={playing.seconds} />;
}

function Screen({ takes, from }: { readonly takes: readonly Take[]; readonly from: number }) {
  const { t } = useTranslation("player");
  const [root, setRoot] = useState<HTMLElement | null>(null);
  // Once: a star or a name changes the takes, and must not begin the film again.
  const [playback] = useState(() => createPlayback(reelOf(takes), from));
  const [isEditing, setEditing] = useState(false);
  const [run] = runsOf(takes);
  useEffect(() => {
    const unfollow = followBoard(playback);
    return () => {
      unfollow();
      playback.stop();
    };
  }, [playback]);
  useEffect(() => {
    if (root === null) return undefined;
    // Before the document hears of it: here the keys belong to the player.
    const marks = {
      star: () => run !== undefined && void toggleStar(run),
      edit: () => setEditing(true),
    };
    const press = (event: KeyboardEvent): void => {
      if (!keysOf(playback, root, event, marks)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    root.addEventListener("keydown", press);
    return () => root.removeEventListener("keydown", press);
  }, [playback, root, run]);
  useEffect(() => {
    const before = document.activeElement;
    root?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [root]);

  return (
    <section
      ref={setRoot}
      tabIndex={-1}
      aria-label={t("name")}
      className="absolute inset-0 z-30 flex flex-col bg-canvas outline-none"
    >
      {run !== undefined && <TakeHeader run={run} isEditing={isEditing} onEdit={setEditing} />}
      <Stage playback={playback} />
      <ShotStrip playback={playback} />
      <Controls playback={playback} root={root} />
    </section>
  );
}

function Gone() {
  const { t } = useTranslation("player");
  return (
    <section
      aria-label={t("name")}
      className="absolute inset-0 z-30 grid place-content-center gap-4 bg-canvas text-center"
    >
      <p>{t("gone")}</p>
      <div>
        <Button onClick={closePlayer}>{t("close")}</Button>
      </div>
    </section>
  );
}
