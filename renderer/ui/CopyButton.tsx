import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./Button.tsx";

interface CopyButtonProps {
  readonly text: () => string;
  readonly label: string;
  /** What it says for a moment when that was done. */
  readonly copiedLabel: string;
}

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, label, copiedLabel }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 1600);
    return () => clearTimeout(timer);
  }, [copied]);
  const Icon = copied ? Check : Copy;
  return (
    <Button className="min-w-24" onClick={() => setCopied(copyText(text()))}>
      <Icon size={14} strokeWidth={1.75} aria-hidden className={copied ? "text-done" : undefined} />
      <span aria-live="polite">{copied ? copiedLabel : label}</span>
    </Button>
  );
}

/** Through the page's own copy event: the clipboard's other door needs a permission that is denied here. */
function copyText(text: string): boolean {
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener("copy", put, { capture: true, once: true });
  const done = document.execCommand("copy");
  document.removeEventListener("copy", put, { capture: true });
  return done;
}
