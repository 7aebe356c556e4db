import { spawn } from "node:child_process";
import { once } from "node:events";
import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import { AppError } from "../backend/appError.ts";

/**
 * Has the system open an address in the user's browser, or a folder (that of the file, when a file is named) in the
 * file manager.
 *
 * @throws {AppError} `noDesktop`, with what was to be opened, where there is nothing to open it with.
 */
export async function openWithSystem(target: string): Promise<void> {
  const info = await stat(target).catch(() => undefined);
  const place = info?.isFile() ? dirname(target) : target;
  const [command, ...args] = opener(process.platform, place);
  if (command === undefined || !hasDesktop()) throw new AppError("noDesktop", { target: place });
  const child = spawn(command, args, { detached: true, stdio: "ignore" });
  try {
    await once(child, "spawn");
  } catch {
    throw new AppError("noDesktop", { target: place });
  }
  child.unref();
}

function opener(platform: NodeJS.Platform, target: string): string[] {
  if (platform === "darwin") return ["open", target];
  if (platform === "win32") return ["rundll32", "url.dll,FileProtocolHandler", target];
  return ["xdg-open", target];
}

const hasDesktop = (): boolean =>
  process.platform !== "linux" || Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]);
