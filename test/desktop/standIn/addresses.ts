/**
 * Chromium knows no schemes of an app's own, so in its pages they are https addresses under a name that cannot exist.
 * Everything that crosses between the app and a page is translated, both ways.
 */
const pairs = [
  ["app://shotgraph/", "https://app.shotgraph.test/"],
  ["media://shotgraph/", "https://media.shotgraph.test/"],
] as const;

export const toPage = (text: string): string =>
  pairs.reduce((rest, [app, page]) => rest.replaceAll(app, page), text);

export const toApp = (text: string): string =>
  pairs.reduce((rest, [app, page]) => rest.replaceAll(page, app), text);

/** A policy that names a scheme of the app names its https address in a page. */
export const policyToPage = (policy: string): string =>
  policy.replaceAll(/(?<= )media:(?=[ ;]|$)/g, "https://media.shotgraph.test");
