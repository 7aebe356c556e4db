import type { ReactNode } from "react";
import { paramHelp, paramLabel } from "../../nodes/words.ts";
import { classes } from "../../ui/classes.ts";
import { Field } from "../../ui/Field.tsx";
import { pointing, useFieldLit } from "../pointing.ts";
import type { FieldProps } from "./field.ts";

interface LitProps extends Pick<FieldProps, "ids" | "param"> {
  readonly children: ReactNode;
}

/** Lights up when a piece of the request comes from this param, and lights that piece when it is pointed at. */
export function Lit({ ids, param, children }: LitProps) {
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
      {children}
    </div>
  );
}

interface FieldFrameProps extends Pick<FieldProps, "ids" | "type" | "param"> {
  /** Why what stands in the control was not taken. */
  readonly problem?: string | undefined;
  /** Instead of the param's own words. */
  readonly help?: string | undefined;
  readonly beside?: ReactNode;
  readonly children: (ids: { id: string; "aria-describedby": string | undefined }) => ReactNode;
}

/** Label, help and what was refused around a control. */
export function FieldFrame({ ids, type, param, help, beside, problem, children }: FieldFrameProps) {
  return (
    <Lit ids={ids} param={param}>
      <Field
        label={paramLabel(type, param.name)}
        help={help ?? paramHelp(type, param.name)}
        beside={beside}
        problem={problem}
      >
        {children}
      </Field>
    </Lit>
  );
}
