/** Something that is done at once when it is asked for, and then no sooner than `rest` ms later, however often it is asked. */
export function paced(act: () => void, rest: number): { ask: () => void; stop: () => void } {
  let resting: ReturnType<typeof setTimeout> | undefined;
  let asked = false;
  const run = (): void => {
    resting = setTimeout(() => {
      resting = undefined;
      if (asked) run();
    }, rest);
    asked = false;
    act();
  };
  return {
    ask: () => {
      if (resting === undefined) run();
      else asked = true;
    },
    stop: () => clearTimeout(resting),
  };
}
