/**
 * How a board file of an older version becomes one of the next. Append only: an entry is never changed once it is
 * released, and this file imports nothing, so that an old file opens the same way for ever. Each new version gets a
 * golden file beside the others in the tests.
 */

type Fields = { readonly [key: string]: unknown };
type Migration = (board: Fields) => Fields;

/** The entry at index 0 makes a board of version 2 out of one of version 1, and so on. */
const migrations: readonly Migration[] = [];

/** The version that this program writes. */
export const formatVersion = migrations.length + 1;

/** `version` is the version that the file says it has, at most `formatVersion`. */
export const migrate = (board: Fields, version: number): Fields => ({
  ...migrations.slice(version - 1).reduce((current, step) => step(current), board),
  formatVersion,
});
