import { create } from "zustand";
import i18next from "i18next";
import { CallFailure } from "../bridge/call.ts";
import { failureSentence } from "../bridge/sentence.ts";

/** Short words at the edge of the window, for what the user did not cause or cannot see where they look. */
export interface Notice {
  readonly id: number;
  readonly tone: "info" | "done" | "failed";
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

export const useNotices = create<{ readonly notices: readonly Notice[] }>()(() => ({
  notices: [],
}));

let last = 0;
export function notify(notice: Omit<Notice, "id">): void {
  last += 1;
  const id = last;
  // The oldest goes first: more than four would cover the work.
  useNotices.setState(({ notices }) => ({ notices: [...notices.slice(-3), { ...notice, id }] }));
}

export const dismiss = (id: number): void =>
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));

/** Runs what may fail and shows the sentence of an expected failure. */
export async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    notify({
      tone: "failed",
      text: error instanceof CallFailure ? failureSentence(error.error) : i18next.t("errors:bug"),
    });
    return undefined;
  }
}
