import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes.ts";
import { Tip } from "./Tip.tsx";

const looks = {
  plain: "border border-line bg-raised hover:bg-hover",
  quiet: "text-ink-soft hover:bg-hover hover:text-ink",
  accent: "bg-accent text-on-accent font-semibold hover:bg-accent-hover",
  danger: "border border-line text-failed hover:bg-hover",
} as const;

const shape =
  "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-sm whitespace-nowrap transition-colors duration-(--quick) disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-50";

interface ButtonProps extends ComponentProps<"button"> {
  readonly look?: keyof typeof looks;
  /** For lists and cards. */
  readonly small?: boolean;
}

export function Button({ look = "plain", small = false, className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={classes(
        shape,
        small ? "h-6.5 px-2 text-node" : "h-8 px-3",
        looks[look],
        className,
      )}
      {...rest}
    />
  );
}

interface IconButtonProps extends Omit<ComponentProps<"button">, "children" | "aria-label"> {
  /** What the button does: its name for screen readers and its tooltip. */
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly side?: "top" | "right" | "bottom" | "left";
  readonly children: ReactNode;
}

export function IconButton({
  label,
  shortcut,
  side,
  className,
  children,
  ...rest
}: IconButtonProps) {
  return (
    <Tip text={label} shortcut={shortcut} side={side}>
      <button
        type="button"
        aria-label={label}
        className={classes(shape, "size-7", looks.quiet, className)}
        {...rest}
      >
        {children}
      </button>
    </Tip>
  );
}
