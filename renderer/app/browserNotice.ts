/** Notifications of the browser, for a page that is served to one. It lets only those say something who were allowed to. */

export type NoticePermission = NotificationPermission | "unsupported";

export const noticePermission = (): NoticePermission =>
  "Notification" in window ? Notification.permission : "unsupported";

/** Browsers ask only somebody who has just pressed something. */
export async function askToNotify(): Promise<NoticePermission> {
  return noticePermission() === "default" ? Notification.requestPermission() : noticePermission();
}

export function notifyInBrowser(
  { title, body }: { readonly title: string; readonly body: string },
  onClick: () => void,
): void {
  if (noticePermission() !== "granted") return;
  const notification = new Notification(title, { body });
  notification.addEventListener("click", () => {
    window.focus();
    notification.close();
    onClick();
  });
}
