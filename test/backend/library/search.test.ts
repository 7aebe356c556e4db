import { expect, test } from "vitest";
import { matcher } from "../../../electron/backend/library/search.ts";
import { boardOfShots } from "../board.ts";
import { openStudio } from "../jobs/studio.ts";

const body = JSON.stringify({
  prompt: "A car ferry in the rain",
  multi_prompt: [{ prompt: "Ela corre até a praça", duration: 5 }],
  image_url: "https://pictures.example/lighthouse.png",
});

test.each([
  ["ferry", true],
  ["FERRY rain", true],
  ["praca", true],
  ["praça night", true],
  ["ferry desert", false],
  ["  ", true],
  // Neither the names of the fields nor the links are what somebody wrote.
  ["duration", false],
  ["lighthouse", false],
])("“%s” finds it: %s", (words, found) => {
  expect(matcher(words)("Night crossing", body)).toBe(found);
});

test("takes are found by board, name and note, also in the bin", async () => {
  const studio = await openStudio();
  const [kites] = await studio.run();
  if (!kites) throw new Error("no job");
  await studio.untilState(kites.id, "done");
  const [ferry] = await studio.run(boardOfShots("Night ferry", [5]));
  if (!ferry) throw new Error("no job");
  await studio.untilState(ferry.id, "done");
  const { shelf, findTakes } = studio.jobs();
  await shelf.mark(kites.id, { title: "Gust", note: "Também serve" });

  expect(await findTakes("")).toEqual([ferry.id, kites.id]);
  expect(await findTakes("& kites")).toEqual([kites.id]);
  expect(await findTakes("tambem gust")).toEqual([kites.id]);
  expect(await findTakes("nothing like it")).toEqual([]);
  await shelf.bin(kites.id);
  expect(await findTakes("gust")).toEqual([kites.id]);
});

test("the list is read page by page", async () => {
  const studio = await openStudio();
  const ids: string[] = [];
  for (let number = 0; number < 3; number += 1) {
    const [job] = await studio.run();
    if (!job) throw new Error("no job");
    await studio.untilState(job.id, "done");
    ids.unshift(job.id);
  }
  const page = async (skip: number) =>
    (await studio.jobs().takes({ limit: 2, skip })).map(({ id }) => id);
  expect([await page(0), await page(2), await page(3)]).toEqual([ids.slice(0, 2), [ids[2]], []]);
});
