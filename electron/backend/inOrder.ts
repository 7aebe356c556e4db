/** Carries out what it is given one after the other, so that two changes of one file do not meet. */
export type InOrder = <T>(work: () => Promise<T>) => Promise<T>;

export function createInOrder(): InOrder {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    // The next one goes on whatever became of this one; its caller hears of a failure from `result`.
    last = result.catch(() => undefined);
    return result;
  };
}
