import { settingsSchema, type Settings, type SettingsPatch } from "../../shared/ipc/settings.ts";

/** Where settings are kept, by whatever means the host has. What it gives is not trusted. */
export interface SettingsFile {
  /** @throws When the file is damaged. */
  readonly read: () => unknown;
  readonly write: (value: Settings) => void;
}

export interface SettingsStore {
  readonly get: () => Settings;
  readonly set: (patch: SettingsPatch) => Settings;
}

/** The settings in memory, read once and written with every change. */
export function createSettings(
  file: SettingsFile,
  onChange: (settings: Settings) => void,
): SettingsStore {
  let settings = settingsSchema.parse(readOrNothing(file));
  return {
    get: () => settings,
    set: (patch) => {
      settings = settingsSchema.parse({ ...settings, ...patch });
      file.write(settings);
      onChange(settings);
      return settings;
    },
  };
}

/** A damaged file costs the user the settings in it, never the program: the defaults go on. */
function readOrNothing(file: SettingsFile): unknown {
  try {
    const value = file.read();
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}
