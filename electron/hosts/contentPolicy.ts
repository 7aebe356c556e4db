/**
 * The content security policy of the window's pages, the same for every host.
 *
 * @param mediaSource Where takes come from, when that is not the page's own origin, e.g. `media:`.
 */
function contentPolicy(mediaSource?: string): string {
  const own = ["'self'", ...(mediaSource === undefined ? [] : [mediaSource])];
  const directives = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    // Radix puts style elements into the page while a dialog is open; attributes are set by script only.
    "style-src-elem": ["'self'", "'unsafe-inline'"],
    "style-src-attr": ["'none'"],
    "font-src": ["'self'"],
    // Start images are links to anywhere: the service takes nothing else, and people want to see them.
    "img-src": [...own, "data:", "blob:", "https:"],
    "media-src": [...own, "blob:"],
    "connect-src": ["'self'"],
    "worker-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
    "frame-ancestors": ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ");
}

/** What every answer to a page carries. */
export const pageHeaders = (mediaSource?: string): Readonly<Record<string, string>> => ({
  "content-security-policy": contentPolicy(mediaSource),
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
});
