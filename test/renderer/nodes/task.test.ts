import { expect, it } from "vitest";
import { tickTask } from "../../../renderer/nodes/task.ts";

it("does the task that begins at a place and undoes it, and leaves the others", () => {
  const text = "- [ ] boat\n- [X] permits [ ]";
  expect(tickTask(text, 0)).toBe("- [x] boat\n- [X] permits [ ]");
  expect(tickTask(text, text.indexOf("- [X]"))).toBe("- [ ] boat\n- [ ] permits [ ]");
  expect(tickTask(tickTask(text, 0), 0)).toBe(text);
  expect(tickTask("- boat", 0)).toBe("- boat");
});
