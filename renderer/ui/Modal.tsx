import { X } from "lucide-react";
import { Dialog } from "radix-ui";
import type { KeyboardEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "./Button.tsx";
import { classes } from "./classes.ts";
import { focusFirst, giveBackFocus } from "./focusFirst.ts";

interface ModalProps {
  readonly title: string;
  /** One sentence under the title. */
  readonly about?: string | undefined;
  readonly onClose: () => void;
  readonly width?: keyof typeof widths;
  /** A question that its title says whole needs none. */
  readonly children?: ReactNode;
  /** Buttons at the bottom, the main one last. */
  readonly footer?: ReactNode;
  /** Ctrl+Enter, or Command+Enter on a Mac, anywhere in it. */
  readonly onConfirm?: (() => void) | undefined;
}

const widths = {
  narrow: "max-w-md",
  medium: "max-w-xl",
  large: "max-w-3xl",
  wide: "max-w-5xl",
} as const;

/** Traps the focus and gives it back; Escape closes it. Mount it to open it. */
export function Modal({
  title,
  about,
  onClose,
  width = "medium",
  children,
  footer,
  onConfirm,
}: ModalProps) {
  const { t } = useTranslation("app");
  const confirm = (event: KeyboardEvent): void => {
    // A held key is not a second decision.
    if (event.key !== "Enter" || event.repeat || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onConfirm?.();
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-(--scrim)" />
        <Dialog.Content
          className={classes(
            "fixed top-1/2 left-1/2 z-40 flex max-h-[86vh] w-[calc(100vw-32px)] -translate-x-1/2 -translate-y-1/2 flex-col rounded-md border outline-none border-line-strong bg-surface shadow-(--shadow)",
            widths[width],
          )}
          onKeyDown={confirm}
          onOpenAutoFocus={focusFirst}
          onCloseAutoFocus={giveBackFocus}
          {...(about === undefined ? { "aria-describedby": undefined } : {})}
        >
          <header
            className={classes(
              "flex gap-3 px-5 py-4",
              about === undefined ? "items-center" : "items-start",
              children !== undefined && "border-b border-line",
            )}
          >
            <div className="min-w-0 flex-1">
              <Dialog.Title className="text-[15px] font-semibold">{title}</Dialog.Title>
              {about !== undefined && (
                <Dialog.Description className="mt-0.5 text-ink-soft">{about}</Dialog.Description>
              )}
            </div>
            <IconButton label={t("close")} onClick={onClose}>
              <X size={16} strokeWidth={1.75} />
            </IconButton>
          </header>
          {children !== undefined && (
            <div className="min-h-0 flex-1 overflow-auto px-5 py-4">{children}</div>
          )}
          {footer !== undefined && (
            <footer className="flex items-center justify-end gap-2 border-t border-line px-5 py-3">
              {footer}
            </footer>
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
