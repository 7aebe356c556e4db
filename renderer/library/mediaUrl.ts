import { useSettings } from "../stores/settingsStore.ts";

/** Where a file of a take can be shown or played from. `name` is `<take id>/<name>`. */
export function useMediaUrl(): (name: string) => string {
  const base = useSettings((state) => state.info?.mediaBase ?? "");
  return (name) => `${base}${name}`;
}
