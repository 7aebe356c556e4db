import i18next from "i18next";

/** A sentence whose key is only known at run time, such as that of a problem; undefined when there is none. */
export function sayIfKnown(
  key: string,
  values: { readonly [name: string]: string | number } = {},
): string | undefined {
  // The typed `t` takes only keys that are written out; `test/locales` holds the files to the lists of codes.
  const known = key as "app:close";
  return i18next.exists(key, { ...values }) ? i18next.t(known, { ...values }) : undefined;
}

/** The same, with the bare key where the sentence is missing: better than nothing at all. */
export const say = (
  key: string,
  values: { readonly [name: string]: string | number } = {},
): string => sayIfKnown(key, values) ?? key;
