import { expect, test } from "vitest";
import { parseLaunch } from "../../electron/launch.ts";

test.each([
  [[], undefined, []],
  [["."], undefined, []],
  [[".", "--data-dir", "data"], "/home/ana/data", []],
  [["--data-dir=/srv/data", "--no-sandbox"], "/srv/data", []],
  [["--data-dir"], undefined, []],
  [["--data-dir="], undefined, []],
  [["Kite.shotgraph"], undefined, ["/home/ana/Kite.shotgraph"]],
  [["/a/B.SHOTGRAPH", "c.json", "--x.shotgraph"], undefined, ["/a/B.SHOTGRAPH"]],
])("%j", (words, dataDir, boards) => {
  expect(parseLaunch(words, "/home/ana")).toEqual({ dataDir, boards });
});
