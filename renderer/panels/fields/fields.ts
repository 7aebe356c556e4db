import type { ComponentType } from "react";
import type { Control } from "../../../shared/nodes/defineNode.ts";
import { ChoiceField } from "./ChoiceField.tsx";
import type { FieldProps } from "./field.ts";
import { JsonField } from "./JsonField.tsx";
import { LineField } from "./LineField.tsx";
import { ModelField } from "./ModelField.tsx";
import { PictureField } from "./PictureField.tsx";
import { SecondsField } from "./SecondsField.tsx";
import { SliderField } from "./SliderField.tsx";
import { SwitchField } from "./SwitchField.tsx";
import { TextField } from "./TextField.tsx";

/** Which field shows a param: a control without one does not compile. */
export const fields: { readonly [C in Control]: ComponentType<FieldProps> } = {
  line: LineField,
  text: TextField,
  seconds: SecondsField,
  slider: SliderField,
  switch: SwitchField,
  choice: ChoiceField,
  picture: PictureField,
  model: ModelField,
  json: JsonField,
};
