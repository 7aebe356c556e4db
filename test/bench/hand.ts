import { setTimeout } from "node:timers/promises";
import { paneOf, viewNow, type Box, type Stage, type View } from "./stage.ts";

/** A hand on the mouse: it finds the places that a person would aim at, and moves as a person does. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** ms in which a page does what it has put off until the hand pauses: that counts too. */
const afterwards = 500;

interface Pace {
  readonly steps: number;
  readonly warm?: number;
  /** ms after the last step that count as well. */
  readonly rest?: number | undefined;
}

/** ms of CPU for one step, as the mean of many, after a few that warm up and all that was put off before. */
export async function perStep(
  stage: Stage,
  { steps, warm = 3, rest = afterwards }: Pace,
  act: (step: number) => Promise<void>,
): Promise<number> {
  for (let i = 0; i < warm; i++) await settled(stage, () => act(i));
  await setTimeout(afterwards);
  const before = await stage.spent();
  await stage.traced(async () => {
    for (let i = warm; i < warm + steps; i++) await settled(stage, () => act(i));
    await setTimeout(rest);
  });
  return ((await stage.spent()) - before) / steps;
}

async function settled(stage: Stage, act: () => Promise<void>): Promise<void> {
  await act();
  await stage.drawn();
}

/** A point of the canvas with nothing on it, as near as there is to the one wanted. */
export async function emptyPoint(stage: Stage, near: Point): Promise<Point> {
  const pane = await paneOf(stage);
  const point = await stage.page.evaluate(
    ({ pane: { x, y, width, height }, near }) => {
      const points: { x: number; y: number }[] = [];
      for (let px = x + 8; px < x + width - 8; px += 12) {
        for (let py = y + 8; py < y + height - 8; py += 12) points.push({ x: px, y: py });
      }
      const far = (p: { x: number; y: number }) => Math.hypot(p.x - near.x, p.y - near.y);
      // The nearest first: asking a page of two thousand nodes what lies at a point takes it some milliseconds.
      return points
        .toSorted((a, b) => far(a) - far(b))
        .find((p) => document.elementFromPoint(p.x, p.y)?.classList.contains("react-flow__pane"));
    },
    { pane, near },
  );
  if (point === undefined) throw new Error("the canvas has no empty place in view");
  return point;
}

/** Presses, moves by so much in so many steps, and lets go. */
export async function drag(
  stage: Stage,
  from: Point,
  by: Point,
  steps = Math.ceil(Math.max(Math.abs(by.x), Math.abs(by.y)) / 60),
): Promise<void> {
  const { mouse } = stage;
  await mouse.move(from.x, from.y);
  await mouse.down();
  for (let i = 1; i <= steps; i++) {
    await mouse.move(from.x + (by.x * i) / steps, from.y + (by.y * i) / steps);
  }
  await stage.drawn();
  await mouse.up();
  await stage.drawn();
}

/** Brings the canvas to a view by wheel and hand. */
export async function goTo(stage: Stage, view: View): Promise<void> {
  const pane = await paneOf(stage);
  const before = await viewNow(stage);
  if (Math.abs(before.zoom - view.zoom) > 0.003) {
    // The wheel keeps the point under it: first bring the board's origin to where it ends.
    await panTo(stage, pane, view);
    await zoomTo(stage, { x: pane.x + view.x, y: pane.y + view.y }, view.zoom);
  }
  await panTo(stage, pane, view);
}

async function panTo(stage: Stage, pane: Box, { x, y }: Point): Promise<void> {
  for (let turns = 0; turns < 60; turns++) {
    const now = await viewNow(stage);
    const [dx, dy] = [x - now.x, y - now.y];
    // The mouse moves by whole px.
    const by = {
      x: Math.round(limited(dx, pane.width * 0.7)),
      y: Math.round(limited(dy, pane.height * 0.7)),
    };
    if (by.x === 0 && by.y === 0) return;
    const middle = { x: pane.x + pane.width / 2, y: pane.y + pane.height / 2 };
    const from = await emptyPoint(stage, { x: middle.x - by.x / 2, y: middle.y - by.y / 2 });
    await drag(stage, from, by, 2);
  }
  throw new Error("the canvas does not pan to where it should");
}

const limited = (value: number, most: number): number => Math.min(most, Math.max(-most, value));

async function zoomTo(stage: Stage, at: Point, zoom: number): Promise<void> {
  await stage.mouse.move(at.x, at.y);
  for (let turns = 0; turns < 40; turns++) {
    const now = await viewNow(stage);
    const wanted = Math.round(Math.log2(now.zoom / zoom) / 0.002);
    if (Math.abs(wanted) < 2) return;
    // Large steps, as a mouse's wheel makes them: small ones would be taken for a trackpad's.
    const step = Math.sign(wanted) * Math.min(400, Math.abs(wanted));
    const delta = Math.abs(step) < 120 ? step + Math.sign(step) * 200 : step;
    await stage.mouse.wheel(delta);
    await stage.drawn();
  }
  throw new Error("the canvas does not zoom to where it should");
}
