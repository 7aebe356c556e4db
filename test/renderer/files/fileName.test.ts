import { expect, it } from "vitest";
import { flawOfName, pathIn, sameName } from "../../../renderer/files/fileName.ts";

it("takes a name that every system takes", () => {
  expect(flawOfName("Night ferry")).toBeUndefined();
  expect(flawOfName("Night ferry.shotgraph")).toBeUndefined();
  expect(flawOfName("  ")).toBe("nameNeeded");
  expect(flawOfName(".shotgraph")).toBe("nameNeeded");
  for (const name of ["a/b", "a\\b", "a:b", "what?", 'a"b', "a\nb"]) {
    expect(flawOfName(name), name).toBe("nameNotAllowed");
  }
});

it("makes a path with the folder's own separator and one extension", () => {
  expect(pathIn("/home/ana/Boards", "Ferry")).toBe("/home/ana/Boards/Ferry.shotgraph");
  expect(pathIn("/home/ana/Boards/", "Ferry.SHOTGRAPH")).toBe("/home/ana/Boards/Ferry.shotgraph");
  expect(pathIn("C:\\Boards", "Ferry.")).toBe("C:\\Boards\\Ferry.shotgraph");
  expect(pathIn("\\\\nas\\boards", "Ferry")).toBe("\\\\nas\\boards\\Ferry.shotgraph");
});

it("takes names for one that a disk may take for one", () => {
  expect(sameName("Night", "night.shotgraph")).toBe(true);
  expect(sameName("Night", "Nights")).toBe(false);
});
