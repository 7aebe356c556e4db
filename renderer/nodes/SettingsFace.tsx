import { useTranslation } from "react-i18next";
import { profileOf } from "../../shared/models/profiles.ts";
import { usd } from "../ui/money.ts";
import type { FaceProps } from "./face.ts";
import { useParams } from "./useNode.ts";
import { choiceName } from "./words.ts";

export function SettingsBody({ id, far }: FaceProps) {
  const { t, i18n } = useTranslation("canvas");
  const params = useParams(id, "settings");
  if (params === undefined || far) return null;
  const profile = profileOf(params.model);
  const rate = profile && (params.audio === true ? profile.price.withAudio : profile.price.silent);
  return (
    <>
      <p className="board-node-line" title={params.model}>
        {profile?.name ?? params.model}
      </p>
      <div className="board-node-chips mt-2">
        {params.aspectRatio !== "" && <span className="chip">{params.aspectRatio}</span>}
        {params.cfgScale !== null && (
          <span className="chip">
            {t("cfg", { value: params.cfgScale.toLocaleString(i18n.language) })}
          </span>
        )}
        {params.audio !== null && (
          <span className="chip">
            {t("sound", { state: choiceName("settings", "audio", String(params.audio)) })}
          </span>
        )}
        {rate !== undefined && (
          <span className="chip" title={t("rateAbout")}>
            {t("rate", { price: usd(rate, i18n.language, "rate") })}
          </span>
        )}
      </div>
    </>
  );
}
