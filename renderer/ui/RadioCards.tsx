import { RadioGroup } from "radix-ui";

interface RadioCardsProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly {
    readonly value: V;
    readonly label: string;
    readonly about: string;
  }[];
  readonly onChoose: (value: V) => void;
}

/** A few choices of which one holds, each with a sentence about it. */
export function RadioCards<V extends string>({
  label,
  value,
  options,
  onChoose,
}: RadioCardsProps<V>) {
  return (
    <RadioGroup.Root
      aria-label={label}
      value={value}
      onValueChange={(next) => {
        const option = options.find((each) => each.value === next);
        if (option !== undefined) onChoose(option.value);
      }}
      className="flex flex-col gap-2"
    >
      {options.map((option) => (
        <RadioGroup.Item
          key={option.value}
          value={option.value}
          className="group flex items-start gap-2.5 rounded-sm border border-line px-3 py-2.5 text-left transition-colors duration-(--quick) hover:border-line-strong data-[state=checked]:border-accent-line"
        >
          <span className="mt-0.5 grid size-4 shrink-0 forced-color-adjust-none place-content-center rounded-full border border-line-strong bg-field group-data-[state=checked]:border-accent-line">
            <RadioGroup.Indicator className="size-2 rounded-full bg-accent-line" />
          </span>
          <span className="min-w-0">
            <span className="font-medium">{option.label}</span>
            <span className="block text-node text-ink-soft">{option.about}</span>
          </span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
