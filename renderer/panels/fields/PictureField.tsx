import { ImageUp, Trash2 } from "lucide-react";
import { useRef, useState, type DragEvent } from "react";
import { useTranslation } from "react-i18next";
import { isDataUri } from "../../../shared/nodes/picture.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { classes } from "../../ui/classes.ts";
import { TextInput } from "../../ui/Field.tsx";
import { byteSize } from "../../ui/time.ts";
import { textIn, type FieldProps } from "./field.ts";
import { FieldFrame } from "./FieldFrame.tsx";
import { bytesInside, readPicture } from "./pictureFile.ts";

type Refusal = "address" | "notPicture" | "pictureTooLarge";

/** An https address, or a file that is chosen, dropped or pasted and becomes part of the board. */
export function PictureField(props: FieldProps) {
  const { held, change } = props;
  const { t, i18n } = useTranslation("panels");
  const [draft, setDraft] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | undefined>(undefined);
  const [over, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const picture = textIn(held);
  const inside = isDataUri(picture);

  const settle = (value: string): void => {
    setDraft(null);
    setRefusal(change(value) ? undefined : "address");
  };
  const take = async (file: Blob | null | undefined): Promise<void> => {
    if (file === null || file === undefined) return;
    const read = await readPicture(file);
    if (read.ok) settle(read.dataUri);
    else setRefusal(read.reason);
  };
  const write = (text: string): void => {
    const taken = change(text.trim());
    setDraft(taken ? null : text);
    setRefusal(taken ? undefined : "address");
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };

  return (
    <FieldFrame
      {...props}
      problem={refusal === undefined ? undefined : t(`fields.refused.${refusal}`)}
    >
      {(named) => (
        <div
          className={classes(
            "flex flex-col gap-2 rounded-sm border border-dashed p-2 transition-colors duration-(--quick)",
            over ? "border-accent-line bg-hover" : "border-line-strong",
          )}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
          onPaste={(event) => {
            const [file] = event.clipboardData.files;
            if (file === undefined) return;
            event.preventDefault();
            void take(file);
          }}
        >
          {picture !== "" && (
            <img
              src={picture}
              alt={t("fields.picture.alt")}
              className="max-h-40 w-full rounded-sm bg-field object-contain"
            />
          )}
          <div className="flex items-center gap-2">
            <Button className="h-7!" onClick={() => chooser.current?.click()}>
              <ImageUp size={14} strokeWidth={1.75} aria-hidden />
              {t(picture === "" ? "fields.picture.choose" : "fields.picture.replace")}
            </Button>
            <span className="min-w-0 flex-1 truncate text-label text-ink-soft">
              {inside
                ? t("fields.picture.inside", {
                    size: byteSize(bytesInside(picture), i18n.language),
                  })
                : t("fields.picture.drop")}
            </span>
            {picture !== "" && (
              <IconButton label={t("fields.picture.remove")} onClick={() => settle("")}>
                <Trash2 size={14} strokeWidth={1.75} />
              </IconButton>
            )}
            <input
              ref={chooser}
              type="file"
              accept="image/png,image/jpeg,image/webp,image/bmp"
              tabIndex={-1}
              aria-hidden
              className="hidden"
              onChange={(event) => {
                void take(event.target.files?.[0]);
                event.target.value = "";
              }}
            />
          </div>
          <TextInput
            {...named}
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            className="text-node"
            placeholder={held.mixed ? t("fields.mixed") : t("fields.picture.address")}
            value={draft ?? (inside ? "" : picture)}
            aria-invalid={refusal === "address"}
            onChange={(event) => write(event.target.value)}
            onBlur={() => {
              setDraft(null);
              setRefusal(undefined);
            }}
          />
        </div>
      )}
    </FieldFrame>
  );
}
