import type { Box } from "../../shared/board/frames.ts";

/** Which node lies next in a direction, for moving between nodes with the keyboard. */

export type Toward = "left" | "right" | "up" | "down";

interface Named<Id> extends Box {
  readonly id: Id;
}

const middle = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 });

/** The nearest box whose middle lies that way, one straight ahead before one aside. */
export function nextToward<Id>(
  from: Box,
  boxes: readonly Named<Id>[],
  toward: Toward,
): Id | undefined {
  const start = middle(from);
  let best: { readonly id: Id; readonly cost: number } | undefined;
  for (const box of boxes) {
    const { x, y } = middle(box);
    const [dx, dy] = [x - start.x, y - start.y];
    const sign = toward === "left" || toward === "up" ? -1 : 1;
    const across = toward === "left" || toward === "right";
    const [ahead, aside] = across ? [sign * dx, Math.abs(dy)] : [sign * dy, Math.abs(dx)];
    // More aside than ahead belongs to another direction.
    if (ahead <= 0 || aside > 2 * ahead) continue;
    const cost = ahead + 2 * aside;
    if (best === undefined || cost < best.cost) best = { id: box.id, cost };
  }
  return best?.id;
}
