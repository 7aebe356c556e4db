import { useWords } from "../locales/useWords.ts";
import { profileOf } from "../../shared/models/profiles.ts";
import { usd } from "../ui/money.ts";
import type { NodeId } from "../../shared/board/schema.ts";
import type { FaceProps } from "./face.ts";
import { useParams } from "./useNode.ts";

export function SettingsBody({ id }: FaceProps) {
  const { t, i18n } = useWords("canvas");
  const params = useParams(id, "settings");
  if (params === undefined) return null;
  const profile = profileOf(params.model);
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
          <span className="chip">{t(params.audio ? "soundOn" : "soundOff")}</span>
        )}
      </div>
    </>
  );
}

/** What a second costs with these settings. */
export function SettingsMeta({ id }: { readonly id: NodeId }) {
  const { t, i18n } = useWords("canvas");
  const params = useParams(id, "settings");
  const price = params && profileOf(params.model)?.price;
  if (params === undefined || price === undefined) return null;
  const rate = params.audio === true ? price.withAudio : price.silent;
  return (
    <span className="board-node-meta" title={t("rateAbout")}>
      {t("rate", { price: usd(rate, i18n.language, "rate") })}
    </span>
  );
}
