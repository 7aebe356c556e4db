import { Slider as Radix } from "radix-ui";

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
  /** How a screen reader says the value. */
  readonly said?: string | undefined;
}

export function Slider({ label, value, min, max, step, onChange, said }: SliderProps) {
  return (
    <Radix.Root
      value={[Math.min(max, Math.max(min, value))]}
      min={min}
      max={max}
      step={step}
      onValueChange={([next]) => {
        if (next !== undefined) onChange(next);
      }}
      className="relative flex h-5 min-w-0 forced-color-adjust-none flex-1 touch-none items-center select-none"
    >
      <Radix.Track className="relative h-1 grow rounded-full bg-line-strong">
        <Radix.Range className="absolute h-full rounded-full bg-accent" />
      </Radix.Track>
      <Radix.Thumb
        aria-label={label}
        aria-valuetext={said}
        className="block size-3.5 rounded-full border border-black/30 bg-white shadow-(--shadow-node) transition-transform duration-(--quick) hover:scale-115"
      />
    </Radix.Root>
  );
}
