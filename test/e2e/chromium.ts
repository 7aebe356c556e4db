/** How every test starts the real Chromium. */

/** The program of the user or of Debian; throws where nobody has looked for one. */
export function chromiumPath(): string {
  const path = process.env["CHROMIUM_PATH"];
  if (path === undefined) throw new Error("CHROMIUM_PATH is not set: run `npm test`.");
  return path;
}

/** What would ask the network for something or wait for it. The list takes the place of Playwright's own, so it has what counts of that. */
const withoutThese = [
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "TcpPortRandomizationWin",
  "ThirdPartyStoragePartitioning",
  // Two pages under the address bar of every window: nobody sees them, and they cost as much as the page that is tested.
  "WebUIOmniboxAimPopup",
  "WebUIOmniboxFullPopup",
  "WebUIOmniboxPopup",
];

export const chromiumFlags: readonly string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  `--disable-features=${withoutThese.join(",")}`,
];
