import { FileX2 } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { useMediaUrl } from "../library/mediaUrl.ts";
import { classes } from "../ui/classes.ts";
import type { Playback } from "./playback.ts";

/** The picture. Every part has its video, so that the next one is ready when its turn comes. */
export function Stage({ playback }: { readonly playback: Playback }) {
  const { t } = useTranslation("player");
  const part = useStore(playback, (state) => state.part);
  const failed = useStore(playback, (state) => state.failed);
  const missing = playback.reel.parts[part]?.take.missing === true;
  return (
    <div className="relative min-h-0 flex-1 bg-black">
      {playback.reel.parts.map((each, i) => (
        <PartVideo
          key={each.take.id}
          playback={playback}
          index={i}
          shown={i === part && !failed && !missing}
        />
      ))}
      {(failed || missing) && (
        <div className="absolute inset-0 grid place-content-center justify-items-center gap-3 px-8 text-center text-[#e8eaee]">
          <FileX2 size={28} strokeWidth={1.5} aria-hidden className="opacity-70" />
          <p>{t(missing ? "missing" : "unplayable")}</p>
        </div>
      )}
    </div>
  );
}

interface PartVideoProps {
  readonly playback: Playback;
  readonly index: number;
  readonly shown: boolean;
}

function PartVideo({ playback, index, shown }: PartVideoProps) {
  const urlOf = useMediaUrl();
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  useEffect(() => {
    playback.attach(index, video);
    return () => playback.attach(index, null);
  }, [playback, index, video]);
  const take = playback.reel.parts[index]?.take;
  if (take === undefined) return null;
  const poster = index === 0 && take.poster !== null ? `${take.id}/${take.poster}` : undefined;
  return (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- a take has no captions to give
    <video
      ref={setVideo}
      src={urlOf(`${take.id}/${take.video}`)}
      poster={poster && urlOf(poster)}
      preload="auto"
      playsInline
      disablePictureInPicture
      onClick={playback.toggle}
      onPause={() => playback.partPaused(index)}
      onPlay={() => playback.partPlayed(index)}
      onEnded={() => playback.partEnded(index)}
      onError={() => playback.partFailed(index)}
      className={classes("absolute inset-0 size-full object-contain", !shown && "invisible")}
    />
  );
}
