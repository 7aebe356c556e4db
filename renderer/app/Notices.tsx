import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "../ui/Button.tsx";
import { classes } from "../ui/classes.ts";
import { dismiss, useNotices, type Notice } from "./notices.ts";

const icons = { info: Info, done: CircleCheck, failed: CircleAlert } as const;
const tones = { info: "text-running", done: "text-done", failed: "text-failed" } as const;

export function Notices() {
  const notices = useNotices((state) => state.notices);
  return (
    <div
      role="status"
      aria-live="polite"
      data-area="notices"
      className="pointer-events-none fixed right-4 bottom-10 z-50 flex w-96 max-w-[calc(100vw-32px)] flex-col gap-2"
    >
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function NoticeCard({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation("app");
  const Icon = icons[notice.tone];
  return (
    <div className="pointer-events-auto flex items-start gap-2.5 rounded-md border border-line-strong bg-raised p-3 shadow-(--shadow)">
      <Icon
        size={16}
        strokeWidth={1.75}
        className={classes("mt-0.5 shrink-0", tones[notice.tone])}
      />
      <p className="min-w-0 flex-1 break-words">{notice.text}</p>
      {notice.action !== undefined && (
        <Button
          className="h-6! px-2"
          onClick={() => {
            notice.action?.run();
            dismiss(notice.id);
          }}
        >
          {notice.action.label}
        </Button>
      )}
      <IconButton label={t("close")} className="-m-1 size-6!" onClick={() => dismiss(notice.id)}>
        <X size={14} strokeWidth={1.75} />
      </IconButton>
    </div>
  );
}
