import type { ReactNode } from "react";
import { paramHelp, paramLabel } from "../../nodes/words.ts";
import { classes } from "../../ui/classes.ts";
import { Field } from "../../ui/Field.tsx";
import { pointing, useFieldLit } from "../pointing.ts";
import type { FieldProps } from "./field.ts";

interface FieldFrameProps extends Pick<FieldProps, "ids" | "type" | "param"> {
  /** Why what stands in the control was not taken. */
  readonly problem?: string | undefined;
  /** Instead of the param's own words. */
  readonly help?: string | undefined;
  readonly beside?: ReactNode;
  readonly children: (ids: { id: string; "aria-describedby": string | undefined }) => ReactNode;
}

/** Label, help and what was refused around a control; lights up when a piece of the request comes from here. */
export function FieldFrame({ ids, type, param, help, beside, problem, children }: FieldFrameProps) {
  const lit = useFieldLit(ids, param.name);
  const [only] = ids;
  const source =
    ids.length === 1 && only !== undefined ? { nodeId: only, field: param.name } : undefined;
  return (
    <div
      {...pointing(source)}
      data-field={param.name}
      className={classes(
        "-m-1 min-w-0 rounded-sm p-1 transition-shadow duration-(--quick)",
        lit && "ring-focus/60 not-focus-within:not-hover:ring-1",
      )}
    >
      <Field
        label={paramLabel(type, param.name)}
        help={help ?? paramHelp(type, param.name)}
        beside={beside}
        problem={problem}
      >
        {children}
      </Field>
    </div>
  );
}
