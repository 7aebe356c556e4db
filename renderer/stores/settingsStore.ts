import { create } from "zustand";
import type { CallOutput } from "../../shared/ipc/contract.ts";
import { type SettingsPatch } from "../../shared/ipc/settings.ts";
import { call } from "../bridge/call.ts";

/** A mirror of what the process behind the window knows of the user and the machine. */

type Info = CallOutput<"app.info">;
interface SettingsState {
  readonly info: Info | null;
  /** USD; null when the service does not say. */
  readonly balance: number | null;
}

export const useSettings = create<SettingsState>()(() => ({ info: null, balance: null }));

export const learn = (change: Partial<Info>): void =>
  useSettings.setState((state) =>
    state.info === null ? {} : { info: { ...state.info, ...change } },
  );

/**
 * Has the process behind the window keep a change, and shows what it made of it.
 *
 * @throws CallFailure when it could not be kept; nothing has changed then.
 */
export async function changeSettings(patch: SettingsPatch): Promise<void> {
  learn({ settings: await call("settings.set", patch) });
}

/** For use after `begin()`, which fills the store before anything is drawn. */
export function useInfo(): Info {
  const info = useSettings((state) => state.info);
  if (info === null) throw new Error("drawn before begin() has finished");
  return info;
}
export const useChosen = (): Info["settings"] => useInfo().settings;
