import { ImageUp, Trash2 } from "lucide-react";
import { useRef, useState, type ClipboardEvent, type DragEvent, type ReactNode } from "react";
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
  const { t } = useTranslation("panels");
  const [draft, setDraft] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | undefined>(undefined);
  const picture = textIn(held);

  const settle = (value: string): void => {
    setDraft(null);
    setRefusal(change(value) ? undefined : "address");
  };
  const take = async (file: Blob): Promise<void> => {
    const read = await readPicture(file);
    if (read.ok) settle(read.dataUri);
    else setRefusal(read.reason);
  };
  const write = (text: string): void => {
    const taken = change(text.trim());
    setDraft(taken ? null : text);
    setRefusal(taken ? undefined : "address");
  };

  return (
    <FieldFrame
      {...props}
      problem={refusal === undefined ? undefined : t(`fields.refused.${refusal}`)}
    >
      {(named) => (
        <DropArea onFile={take}>
          {picture !== "" && (
            <img
              src={picture}
              alt={t("fields.picture.alt")}
              className="max-h-40 w-full rounded-sm bg-field object-contain"
            />
          )}
          <FileRow picture={picture} onFile={take} onRemove={() => settle("")} />
          <TextInput
            {...named}
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            className="text-node"
            placeholder={held.mixed ? t("fields.mixed") : t("fields.picture.address")}
            value={draft ?? (isDataUri(picture) ? "" : picture)}
            aria-invalid={refusal === "address"}
            onChange={(event) => write(event.target.value)}
            onBlur={() => {
              setDraft(null);
              setRefusal(undefined);
            }}
          />
        </DropArea>
      )}
    </FieldFrame>
  );
}

type OnFile = (file: Blob) => Promise<void>;

interface DropAreaProps {
  readonly onFile: OnFile;
  readonly children: ReactNode;
}

function DropArea({ onFile, children }: DropAreaProps) {
  const [over, setOver] = useState(false);
  const take = (event: DragEvent | ClipboardEvent, { files }: DataTransfer): void => {
    const [file] = files;
    if (file === undefined) return;
    event.preventDefault();
    void onFile(file);
  };
  return (
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
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event, event.dataTransfer);
      }}
      onPaste={(event) => take(event, event.clipboardData)}
    >
      {children}
    </div>
  );
}

interface FileRowProps {
  readonly picture: string;
  readonly onFile: OnFile;
  readonly onRemove: () => void;
}

function FileRow({ picture, onFile, onRemove }: FileRowProps) {
  const { t, i18n } = useTranslation("panels");
  const chooser = useRef<HTMLInputElement>(null);
  const size = isDataUri(picture) ? byteSize(bytesInside(picture), i18n.language) : undefined;
  return (
    <div className="flex items-center gap-2">
      <Button className="h-7!" onClick={() => chooser.current?.click()}>
        <ImageUp size={14} strokeWidth={1.75} aria-hidden />
        {t(picture === "" ? "fields.picture.choose" : "fields.picture.replace")}
      </Button>
      <span className="min-w-0 flex-1 truncate text-label text-ink-soft">
        {size === undefined ? t("fields.picture.drop") : t("fields.picture.inside", { size })}
      </span>
      {picture !== "" && (
        <IconButton label={t("fields.picture.remove")} onClick={onRemove}>
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
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same file may be chosen again.
          target.value = "";
          if (file !== undefined) void onFile(file);
        }}
      />
    </div>
  );
}
