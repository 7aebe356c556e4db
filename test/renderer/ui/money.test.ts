import { expect, test } from "vitest";
import { readUsd } from "../../../renderer/ui/money.ts";

test.for([
  ["", null],
  ["  ", null],
  ["5", 5],
  ["12.5", 12.5],
  ["12,50", 12.5],
  ["$ 3", 3],
  ["0", 0],
  ["1000000", 1_000_000],
  ["1000001", undefined],
  ["-1", undefined],
  ["1.005", undefined],
  ["1,000.00", undefined],
  ["five", undefined],
] as const)("%j is %s", ([text, amount]) => {
  expect(readUsd(text)).toBe(amount);
});
