import {
  ChevronLeft,
  ChevronRight,
  FastForward,
  Maximize,
  Minimize,
  Pause,
  Play,
  Repeat1,
  Rewind,
  SkipBack,
  SkipForward,
  Volume2,
  VolumeX,
} from "lucide-react";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { placeKeys, type Doing } from "../commands/placeKeys.ts";
import { writeChord } from "../commands/shortcut.ts";
import { IconButton } from "../ui/Button.tsx";
import { Choice } from "../ui/Field.tsx";
import { Slider } from "../ui/Slider.tsx";
import { classes } from "../ui/classes.ts";
import { toggleFullScreen } from "./fullScreen.ts";
import type { Playback } from "./playback.ts";
import { timeCode } from "./reel.ts";

interface ControlsProps {
  readonly playback: Playback;
  /** What fills the screen. */
  readonly root: HTMLElement | null;
}

const keyOf = (doing: Doing<"player">): string => writeChord(placeKeys.player[doing][0]);

const icon = { size: 16, strokeWidth: 1.75 } as const;
const speeds = ["0.25", "0.5", "1", "1.5", "2"] as const;

export function Controls({ playback, root }: ControlsProps) {
  const { t } = useTranslation("player");
  const hasShots = playback.reel.shots.length > 1;
  return (
    <div className="flex h-12 shrink-0 items-center gap-1 bg-surface px-3">
      {hasShots && (
        <IconButton
          label={t("previousShot")}
          shortcut={keyOf("previousShot")}
          side="top"
          onClick={() => playback.goToShot(-1)}
        >
          <SkipBack {...icon} />
        </IconButton>
      )}
      <PlayButton playback={playback} />
      {hasShots && (
        <IconButton
          label={t("nextShot")}
          shortcut={keyOf("nextShot")}
          side="top"
          onClick={() => playback.goToShot(1)}
        >
          <SkipForward {...icon} />
        </IconButton>
      )}
      <Time playback={playback} />
      <IconButton
        label={t("frameBack")}
        shortcut={keyOf("frameBack")}
        side="top"
        onClick={() => playback.stepFrame(-1)}
      >
        <ChevronLeft {...icon} />
      </IconButton>
      <IconButton
        label={t("frameForward")}
        shortcut={keyOf("frameForward")}
        side="top"
        onClick={() => playback.stepFrame(1)}
      >
        <ChevronRight {...icon} />
      </IconButton>
      <Shuttle playback={playback} />
      {hasShots && <LoopButton playback={playback} />}
      <span className="flex-1" />
      <Speed playback={playback} />
      <Volume playback={playback} />
      <FullScreenButton root={root} />
    </div>
  );
}

function PlayButton({ playback }: { readonly playback: Playback }) {
  const { t } = useTranslation("player");
  const playing = useStore(playback, (state) => state.playing);
  return (
    <IconButton
      label={t(playing ? "pause" : "play")}
      shortcut={t("space")}
      side="top"
      className="size-9 text-ink!"
      onClick={playback.toggle}
    >
      {playing ? <Pause size={18} fill="currentColor" /> : <Play size={18} fill="currentColor" />}
    </IconButton>
  );
}

function Time({ playback }: { readonly playback: Playback }) {
  const time = useStore(playback, (state) => timeCode(state.time));
  return (
    <span className="mx-2 whitespace-nowrap tabular-nums">
      <b className="font-semibold">{time}</b>
      <span className="text-ink-soft"> / {timeCode(playback.reel.seconds)}</span>
    </span>
  );
}

/** How fast and which way, while it is not the speed that was chosen. */
function Shuttle({ playback }: { readonly playback: Playback }) {
  const { t, i18n } = useTranslation("player");
  const rate = useStore(playback, (state) => (state.rate === state.speed ? 0 : state.rate));
  const Icon = rate < 0 ? Rewind : FastForward;
  const speed = Math.abs(rate).toLocaleString(i18n.language);
  return (
    <span role="status" className="ml-1 text-accent-ink tabular-nums">
      {rate !== 0 && (
        <span className="flex items-center gap-1.5 rounded-sm bg-hover px-2 py-0.5">
          <Icon size={13} fill="currentColor" aria-hidden />
          <span aria-hidden>{t("speedValue", { speed })}</span>
          <span className="sr-only">{t(rate < 0 ? "backwards" : "speedValue", { speed })}</span>
        </span>
      )}
    </span>
  );
}

function LoopButton({ playback }: { readonly playback: Playback }) {
  const { t } = useTranslation("player");
  const looping = useStore(playback, (state) => state.looping);
  return (
    <IconButton
      label={t("loopShot")}
      shortcut={keyOf("loop")}
      side="top"
      aria-pressed={looping}
      className={classes(looping && "bg-hover text-accent-ink!")}
      onClick={() => playback.set({ looping: !looping })}
    >
      <Repeat1 {...icon} />
    </IconButton>
  );
}

function Speed({ playback }: { readonly playback: Playback }) {
  const { t, i18n } = useTranslation("player");
  const speed = useStore(playback, (state) => state.speed);
  return (
    <Choice
      aria-label={t("speed")}
      className="h-7! w-20! shrink-0"
      value={String(speed)}
      options={speeds.map((value) => ({
        value,
        label: t("speedValue", { speed: Number(value).toLocaleString(i18n.language) }),
      }))}
      onChoose={(value) => playback.set({ speed: Number(value) })}
    />
  );
}

function Volume({ playback }: { readonly playback: Playback }) {
  const { t } = useTranslation("player");
  const volume = useStore(playback, (state) => state.volume);
  const muted = useStore(playback, (state) => state.muted);
  const silent = muted || volume === 0;
  return (
    <div className="flex items-center gap-1 pr-1 max-[1100px]:hidden">
      <IconButton
        label={t(silent ? "unmute" : "mute")}
        shortcut={keyOf("mute")}
        side="top"
        onClick={() => playback.set(volume === 0 ? { muted: false, volume: 1 } : { muted: !muted })}
      >
        {silent ? <VolumeX {...icon} /> : <Volume2 {...icon} />}
      </IconButton>
      <div className="flex w-20">
        <Slider
          label={t("volume")}
          value={muted ? 0 : volume}
          min={0}
          max={1}
          step={0.05}
          said={`${Math.round((muted ? 0 : volume) * 100)} %`}
          onChange={(value) => playback.set({ volume: value, muted: false })}
        />
      </div>
    </div>
  );
}

function subscribeToFullScreen(tell: () => void): () => void {
  document.addEventListener("fullscreenchange", tell);
  return () => document.removeEventListener("fullscreenchange", tell);
}

function FullScreenButton({ root }: { readonly root: HTMLElement | null }) {
  const { t } = useTranslation("player");
  const full = useSyncExternalStore(
    subscribeToFullScreen,
    () => document.fullscreenElement !== null,
  );
  return (
    <IconButton
      label={t(full ? "leaveFullScreen" : "fullScreen")}
      shortcut={keyOf("fullScreen")}
      side="top"
      onClick={() => void toggleFullScreen(root)}
    >
      {full ? <Minimize {...icon} /> : <Maximize {...icon} />}
    </IconButton>
  );
}
