import { Notification } from "electron";
import type { Notice } from "./backend/host.ts";

/** Held until they are gone: the click on one that nobody holds would be lost. */
const standing = new Set<Notification>();

/** Has the system say something; nothing where it cannot. */
export function showNotification({ title, body }: Notice, onClick: () => void): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ title, body });
  standing.add(notification);
  notification.on("click", () => {
    standing.delete(notification);
    onClick();
  });
  notification.on("close", () => standing.delete(notification));
  notification.show();
}
