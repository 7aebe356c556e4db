import { expect, test } from "vitest";
import { createTokenQuestion } from "../../../renderer/app/tokenQuestion.ts";
import { job } from "../library/jobs.ts";

test("a refused token is asked for once, however many jobs wait, and again when the next is refused", () => {
  let asked = 0;
  const question = createTokenQuestion(() => {
    asked += 1;
  });
  const trouble = { code: "tokenRefused", nextTryAt: null };
  const passing = { code: "network", nextTryAt: "2026-10-09T12:00:00.000Z" };
  question.hear(job({ state: "running" }));
  question.hear(job({ state: "running" }, { trouble: passing }));
  expect(asked).toBe(0);
  for (const id of ["a", "b", "c"]) question.hear(job({ state: "running" }, { id, trouble }));
  expect(asked).toBe(1);
  question.answered();
  question.hear(job({ state: "waiting" }, { trouble }));
  expect(asked).toBe(2);
});
