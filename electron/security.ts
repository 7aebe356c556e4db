import {
  app,
  session,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  type WebFrameMain,
} from "electron";
import { appHost, appScheme } from "./protocol.ts";

/** What the window's page may ask of the system: a player that fills the screen, and putting text on the clipboard. */
const permitted: ReadonlySet<string> = new Set(["fullscreen", "clipboard-sanitized-write"]);

/**
 * Whether an address is of the app's own page. By scheme and host: the origin of an address with a scheme of one's own
 * is the text `null`, the same for all of them.
 */
function isOwnPage(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === `${appScheme}:` && url.host === appHost;
}

/** Only the main frame of our own page may call; what is embedded or was navigated to may not. */
export function isTrusted({ senderFrame: frame }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  return frame !== null && isMainFrame(frame) && isOwnPage(frame.url);
}

const isMainFrame = (frame: WebFrameMain): boolean => frame.parent === null;

/** Closes, for every page that will ever be made, each way out that the app does not use. */
export function closeWaysOut(): void {
  app.on("web-contents-created", (_event, contents) => {
    // A page that can no longer be drawn loads itself again.
    const stay = (event: { readonly url: string; preventDefault: () => void }): void => {
      if (event.url !== contents.getURL()) event.preventDefault();
    };
    contents.on("will-navigate", stay);
    contents.on("will-frame-navigate", stay);
    contents.on("will-redirect", (event) => event.preventDefault());
    contents.on("will-attach-webview", (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: "deny" }));
  });
}

/** After the app is ready, which is when there is a session. */
export function denyPermissions(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((contents, permission, answer) =>
    answer(permitted.has(permission) && isOwnPage(contents.getURL())),
  );
  defaultSession.setPermissionCheckHandler(
    (contents, permission) =>
      permitted.has(permission) && contents !== null && isOwnPage(contents.getURL()),
  );
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.on("will-download", (event) => event.preventDefault());
}
