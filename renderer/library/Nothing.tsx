import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

interface NothingProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly about: string;
  /** What to do about it. */
  readonly children?: ReactNode;
}

/** An empty list says how something gets into it. */
export function Nothing({ icon: Icon, title, about, children }: NothingProps) {
  return (
    <div className="flex flex-col items-center gap-2 px-5 py-10 text-center">
      <Icon size={24} strokeWidth={1.5} aria-hidden className="text-ink-soft" />
      <p className="font-medium">{title}</p>
      <p className="text-ink-soft">{about}</p>
      {children !== undefined && <div className="mt-2">{children}</div>}
    </div>
  );
}
