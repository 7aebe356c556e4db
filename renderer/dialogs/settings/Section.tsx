import type { ReactNode } from "react";

/** Some settings under a title of their own. */
export function Section({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section className="grid grid-cols-[148px_minmax(0,1fr)] gap-x-6 border-b border-line py-5 first:pt-1 max-[640px]:grid-cols-1 max-[640px]:gap-y-3">
      <h3 className="font-semibold">{title}</h3>
      <div className="flex min-w-0 flex-col gap-4">{children}</div>
    </section>
  );
}
