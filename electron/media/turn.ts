let last: Promise<unknown> = Promise.resolve();

/**
 * Lets one thing at a time work with the codecs, in the whole process: the native library crashes now and then, and the
 * program with it, when one thread encodes while another decodes. Seen in 1 of some 300 overlapping runs.
 */
export function takeTurn<T>(work: () => Promise<T>): Promise<T> {
  const result = last.then(work);
  last = result.catch(() => undefined);
  return result;
}
