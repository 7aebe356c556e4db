import { useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../bridge/call.ts";
import { learn, useChosen, useInfo } from "../../stores/settingsStore.ts";
import { Button } from "../../ui/Button.tsx";
import { Field, Switch, TextInput } from "../../ui/Field.tsx";
import { Callout } from "../Callout.tsx";
import { flawOfToken } from "./tokenText.ts";
import { sentenceOf } from "./useKeep.ts";

interface TokenFormProps {
  readonly onKept: () => void;
  readonly onFailed: (words: string) => void;
}

/** Hands a token over. It is in the field until then, and in no state of the window. */
export function TokenForm({ onKept, onFailed }: TokenFormProps) {
  const { t } = useTranslation("dialogs");
  const { token } = useInfo();
  const { engine } = useChosen();
  const input = useRef<HTMLInputElement>(null);
  const [isEmpty, setEmpty] = useState(true);
  const [flaw, setFlaw] = useState<ReturnType<typeof flawOfToken>>();
  const [agreed, setAgreed] = useState(false);
  const isPlain = token.available === "plainFile";

  const keep = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const field = input.current;
    if (field === null || isEmpty || flaw !== undefined || (isPlain && !agreed)) return;
    try {
      const text = field.value.trim();
      field.value = "";
      setEmpty(true);
      learn({ token: await call("token.set", { token: text, allowPlainFile: agreed }) });
      onKept();
    } catch (error) {
      onFailed(sentenceOf(error));
    }
  };

  return (
    <form className="flex flex-col gap-3" onSubmit={(event) => void keep(event)}>
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <Field
            label={t(token.present ? "settings.token.labelNew" : "settings.token.label")}
            problem={flaw && t(`settings.token.${flaw}`)}
          >
            {(ids) => (
              <TextInput
                {...ids}
                ref={input}
                type="password"
                autoComplete="off"
                spellCheck={false}
                {...(engine === "runcomfy" && !token.present ? { "data-focus-first": true } : {})}
                placeholder={t("settings.token.placeholder")}
                onChange={(event) => {
                  setEmpty(event.target.value.trim() === "");
                  setFlaw(flawOfToken(event.target.value));
                }}
              />
            )}
          </Field>
        </div>
        <Button
          type="submit"
          className="mt-5"
          disabled={isEmpty || flaw !== undefined || (isPlain && !agreed)}
        >
          {t("settings.token.save")}
        </Button>
      </div>
      {isPlain && token.storage !== "plainFile" && (
        <Callout tone="warning">
          <p className="mb-2">{t("settings.token.plainFileWarning")}</p>
          <Switch
            label={t("settings.token.plainFileConsent")}
            checked={agreed}
            onChange={setAgreed}
          />
        </Callout>
      )}
    </form>
  );
}
