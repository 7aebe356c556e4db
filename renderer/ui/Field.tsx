import { ChevronDown } from "lucide-react";
import { Switch as RadixSwitch } from "radix-ui";
import {
  useId,
  useLayoutEffect,
  useReducer,
  useRef,
  type ComponentProps,
  type ReactNode,
} from "react";
import { classes } from "./classes.ts";

/** A control with its label above it, a word of help and a sentence when something is wrong. */
interface FieldProps {
  readonly label: string;
  readonly help?: string | undefined;
  readonly problem?: string | undefined;
  /** Stands at the right end of the label's line. */
  readonly beside?: ReactNode;
  readonly children: (ids: { id: string; "aria-describedby": string | undefined }) => ReactNode;
}

export function Field({ label, help, problem, beside, children }: FieldProps) {
  const id = useId();
  const said = problem ?? help;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex items-center gap-2">
        <label htmlFor={id} className="min-w-0 flex-1 truncate text-label text-ink-soft">
          {label}
        </label>
        {beside}
      </div>
      {children({ id, "aria-describedby": said === undefined ? undefined : `${id}-said` })}
      {said !== undefined && (
        <p
          id={`${id}-said`}
          className={classes("text-label", problem === undefined ? "text-ink-soft" : "text-failed")}
        >
          {said}
        </p>
      )}
    </div>
  );
}

const box =
  "w-full rounded-sm border border-line bg-field px-2.5 outline-none transition-colors duration-(--quick) hover:border-line-strong focus:border-focus disabled:opacity-60";

export function TextInput({ className, ...rest }: ComponentProps<"input">) {
  return <input type="text" className={classes(box, "h-8", className)} {...rest} />;
}

interface TextAreaProps extends Omit<ComponentProps<"textarea">, "defaultValue" | "ref"> {
  readonly value: string;
}

/**
 * Shows `value`, as every field does. But React would write the text into the page again with each letter, and there
 * Chromium ends what one undo of a field takes back: so the text is given to the element alone.
 */
export function TextArea({ className, value, onChange, ...rest }: TextAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [, showAgain] = useReducer((times: number) => times + 1, 0);
  useLayoutEffect(() => {
    if (area.current !== null && area.current.value !== value) area.current.value = value;
  });
  return (
    <textarea
      {...rest}
      ref={area}
      className={classes(box, "resize-y py-2 leading-[1.5]", className)}
      onChange={(event) => {
        onChange?.(event);
        // Also what was not taken.
        showAgain();
      }}
    />
  );
}

interface ChoiceProps extends Omit<ComponentProps<"select">, "onChange"> {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string) => void;
}

/** The system's own list, quick and right for every keyboard, under an arrow of ours. */
export function Choice({ options, onChoose, className, ...rest }: ChoiceProps) {
  return (
    <span className={classes("relative block h-8 min-w-0", className)}>
      <select
        className={classes(box, "h-full appearance-none truncate pr-7")}
        onChange={(event) => onChoose(event.target.value)}
        {...rest}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} className="bg-raised">
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        size={14}
        strokeWidth={1.75}
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 text-ink-soft"
      />
    </span>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly help?: string | undefined;
}

export function Switch({ label, checked, onChange, help }: SwitchProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-2.5">
      <RadixSwitch.Root
        id={id}
        checked={checked}
        onCheckedChange={onChange}
        className="mt-0.5 h-4.5 w-8 shrink-0 rounded-full border border-line-strong bg-field transition-colors duration-(--quick) data-[state=checked]:border-accent-line data-[state=checked]:bg-accent"
      >
        <RadixSwitch.Thumb className="block size-3 translate-x-0.5 rounded-full bg-ink-soft transition-transform duration-(--quick) data-[state=checked]:translate-x-4 data-[state=checked]:bg-on-accent" />
      </RadixSwitch.Root>
      <label htmlFor={id} className="min-w-0">
        {label}
        {help !== undefined && <span className="block text-label text-ink-soft">{help}</span>}
      </label>
    </div>
  );
}
