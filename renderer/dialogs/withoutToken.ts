/** Stands where a token was. */
export const inItsPlace = "…";

/**
 * Takes a token out of a pasted command, so that it never becomes a part of what the window keeps. A variable of the
 * shell, such as `$RUNCOMFY_API_TOKEN`, is none.
 */
export function withoutToken(text: string): { readonly text: string; readonly dropped: boolean } {
  let dropped = false;
  const take = (whole: string, before: string, token: string): string => {
    if (/^[$%]|^<.*>$|^…$/.test(token)) return whole;
    dropped = true;
    return `${before}${inItsPlace}`;
  };
  return {
    text: text
      .replace(/(authorization["']?\s*:\s*["']?(?:(?:bearer|token|basic)\s+)?)([^\s"'\\]+)/gi, take)
      .replace(/(--oauth2-bearer[\s=]+["']?)([^\s"'\\]+)/gi, take),
    dropped,
  };
}
