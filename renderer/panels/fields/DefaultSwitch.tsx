import { useId } from "react";
import { useTranslation } from "react-i18next";

/** Leaves a param to the model: nothing is sent for it. */
export function DefaultSwitch({
  isDefault,
  onChange,
}: {
  readonly isDefault: boolean;
  readonly onChange: (isDefault: boolean) => void;
}) {
  const { t } = useTranslation("panels");
  const id = useId();
  return (
    <span className="flex shrink-0 items-center gap-1.5 text-label text-ink-soft">
      <input
        id={id}
        type="checkbox"
        className="size-3.5 accent-accent"
        checked={isDefault}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{t("fields.modelDefault")}</label>
    </span>
  );
}
