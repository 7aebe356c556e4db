import i18next from "i18next";
import "../locales/later.ts";
import { setBoardTitle } from "../../shared/board/edits.ts";
import { makeIds } from "../../shared/board/ids.ts";
import { samples } from "../../shared/board/samples/samples.ts";
import type { Board } from "../../shared/board/schema.ts";

export type SampleName = keyof typeof samples;

/** A sample to be made one's own: titled in the user's language, with ids that no other board has. */
export const sampleBoard = (name: SampleName): Board =>
  setBoardTitle(samples[name](makeIds(Math.random)), i18next.t(`panels:samples.${name}.name`));
