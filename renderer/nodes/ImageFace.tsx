import { ImageOff } from "lucide-react";
import { useWords } from "../locales/useWords.ts";
import type { AfarProps, FaceProps } from "./face.ts";
import { frameOf, textWidth } from "./size.ts";
import { useParams } from "./useNode.ts";

export function ImageBody({ id }: FaceProps) {
  const { t } = useWords("canvas");
  const picture = useParams(id, "image")?.picture;
  if (picture === undefined) return null;
  const { ground } = frameOf(textWidth, "16:9");
  return (
    <div className="frame" style={{ width: ground.width, height: ground.height }}>
      {picture === "" ? (
        <span className="frame-empty">
          <ImageOff size={16} strokeWidth={1.75} aria-hidden />
          {t("noPicture")}
        </span>
      ) : (
        <img
          className="size-full object-contain"
          src={picture}
          alt={t("picture")}
          draggable={false}
          loading="lazy"
          decoding="async"
        />
      )}
    </div>
  );
}

export function ImageAfar({ id }: AfarProps) {
  const { t } = useWords("canvas");
  const picture = useParams(id, "image")?.picture;
  if (picture === undefined || picture === "") return null;
  return (
    <img
      className="afar-picture"
      src={picture}
      alt={t("picture")}
      draggable={false}
      decoding="async"
    />
  );
}
