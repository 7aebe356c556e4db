import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, expectTypeOf, test } from "vitest";
import { type Animatic, animaticOf, frameSizes, shotsOf } from "../../shared/animatic/animatic.ts";
import type { Canvas2D, FrameSize } from "../../shared/animatic/canvas2d.ts";
import { drawFrame, drawPanel, type Pictures } from "../../shared/animatic/draw.ts";
import { cameraAngles, cameraMoves, shotSizes } from "../../shared/nodes/camera.ts";
import { difference } from "./pixels.ts";
import { crossing, scene, shot } from "./shots.ts";

const small = { width: 320, height: 180 };
const none: Pictures = new Map();

/** RGBA of what is drawn on a canvas that is magenta before. */
function drawn(size: FrameSize, draw: (context: Canvas2D) => void): Uint8ClampedArray {
  const canvas = createCanvas(size.width, size.height);
  const context = canvas.getContext("2d");
  context.fillStyle = "#ff00ff";
  context.fillRect(0, 0, size.width, size.height);
  draw(context);
  return context.getImageData(0, 0, size.width, size.height).data;
}
const frame = (
  animatic: Animatic,
  time: number,
  size: FrameSize = small,
  pictures = none,
): Uint8ClampedArray =>
  drawn(size, (context) => drawFrame(context, animatic, time, { ...size, pictures }));

const filmed = (parts: Parameters<typeof shot>[0]): Animatic => animaticOf(scene([shot(parts)]));

test("the browser's canvas and the worker's are both good enough", () => {
  expectTypeOf<CanvasRenderingContext2D>().toExtend<Canvas2D>();
  expectTypeOf<OffscreenCanvasRenderingContext2D>().toExtend<Canvas2D>();
});

describe("cuts", () => {
  test.each(["16:9", "9:16", "1:1"] as const)("are seen at %s", (ratio) => {
    const animatic = animaticOf(scene(crossing, ratio));
    const { width, height } = frameSizes[ratio];
    const size = { width: width / 4, height: height / 4 };
    for (const cut of [5, 9]) {
      const [before, after, later] = [cut - 1 / 24, cut, cut + 1 / 24].map((time) =>
        frame(animatic, time, size),
      );
      if (!before || !after || !later) throw new Error("No picture");
      expect(difference(before, after)).toBeGreaterThan(12);
      expect(difference(after, later)).toBeLessThan(2);
    }
  });

  test("are seen between shots that say the same", () => {
    const same = shot({ action: "The sea at night", camera: { size: "wide", move: "static" } });
    const animatic = animaticOf(scene(Array.from({ length: 6 }, () => same)));
    for (const cut of [4, 8, 12, 16, 20]) {
      const before = frame(animatic, cut - 1 / 24);
      expect(difference(before, frame(animatic, cut))).toBeGreaterThan(8);
    }
  });
});

describe("the camera", () => {
  const moving = cameraMoves.filter((move) => move !== "" && move !== "static");

  test.each(moving)("%s changes the picture within a shot", (move) => {
    const animatic = filmed({ action: "A ship in the harbour", camera: { size: "wide", move } });
    expect(difference(frame(animatic, 0), frame(animatic, 3.9))).toBeGreaterThan(1.5);
  });

  test("stands still when it is static, but for time code and progress", () => {
    const animatic = filmed({ action: "Rain on a street", camera: { move: "static" } });
    const picture = (time: number): Uint8ClampedArray => frame(animatic, time);
    const rows = (data: Uint8ClampedArray, from: number, to: number): Uint8ClampedArray =>
      data.slice(from * small.width * 4, to * small.width * 4);
    const [first, last] = [picture(0), picture(3.9)];
    expect(rows(last, 22, 168)).toEqual(rows(first, 22, 168));
    expect(last).not.toEqual(first);
  });

  test.each(["16:9", "9:16"] as const)(
    "never looks past the edge of the picture at %s",
    (ratio) => {
      const size = ratio === "16:9" ? { width: 160, height: 90 } : { width: 90, height: 160 };
      for (const move of cameraMoves) {
        for (const angle of cameraAngles) {
          const [value] = shotsOf([
            shot({ action: "A field", camera: { size: "wide", angle, move } }),
          ]);
          if (value === undefined) throw new Error("No shot");
          const animatic = {
            ...animaticOf(scene([])),
            shots: [value],
            seconds: 4,
            aspectRatio: ratio,
          };
          for (const time of [0, 3.99]) {
            expect(magenta(frame(animatic, time, size)), `${move} ${angle} ${time}`).toBe(0);
          }
        }
      }
    },
  );
});

/** Pixels that nothing was drawn on but glass and grain: no card of a first shot is that pink. */
function magenta(data: Uint8ClampedArray): number {
  let count = 0;
  for (let i = 0; i < data.length; i += 4) {
    if (Math.min(data[i] ?? 0, data[i + 2] ?? 0) - (data[i + 1] ?? 0) > 60) count += 1;
  }
  return count;
}

describe("a card", () => {
  test("is the same each time, to the byte", () => {
    const animatic = animaticOf(scene(crossing));
    for (const time of [0, 6.3, 11]) expect(frame(animatic, time)).toEqual(frame(animatic, time));
  });

  test("is the same picture at any size", () => {
    for (const value of shotsOf(crossing)) {
      const panel = (size: FrameSize): Uint8ClampedArray => {
        const canvas = createCanvas(size.width, size.height);
        drawPanel(canvas.getContext("2d"), value, size);
        const scaled = createCanvas(160, 90);
        const context = scaled.getContext("2d");
        context.imageSmoothingQuality = "high";
        context.drawImage(canvas, 0, 0, 160, 90);
        return context.getImageData(0, 0, 160, 90).data;
      };
      expect(
        difference(panel({ width: 320, height: 180 }), panel({ width: 640, height: 360 })),
      ).toBeLessThan(4);
    }
  });

  test("differs by size, angle, words and number", () => {
    const parts = { action: "A woman on a beach", camera: { size: "wide" } };
    const variants = [
      [shot(parts)],
      [shot({ ...parts, camera: { size: "closeUp" } })],
      [shot({ ...parts, camera: { size: "wide", angle: "high" } })],
      [shot({ ...parts, action: "A woman in a forest" })],
      [shot(parts), shot(parts)],
    ].map((shots) => {
      const value = shotsOf(shots).at(-1);
      if (value === undefined) throw new Error("No shot");
      return drawn(small, (context) => drawPanel(context, value, small));
    });
    for (const [i, one] of variants.entries()) {
      for (const other of variants.slice(i + 1)) expect(difference(one, other)).toBeGreaterThan(5);
    }
  });

  test("is drawn whatever the size and the angle, with words or without", () => {
    for (const size of shotSizes) {
      for (const angle of cameraAngles) {
        for (const action of [
          "",
          "A crowd with a train, a car, a boat, a lighthouse and a clock",
        ]) {
          const [value] = shotsOf([shot({ action, camera: { size, angle } })]);
          if (value === undefined) throw new Error("No shot");
          const data = drawn(small, (context) => drawPanel(context, value, small));
          expect(new Set(data).size, `${size} ${angle}`).toBeGreaterThan(40);
        }
      }
    }
  }, 30_000);
});

describe("a sketch", () => {
  const green = createCanvas(400, 100);
  const paint = green.getContext("2d");
  paint.fillStyle = "#00ff00";
  paint.fillRect(0, 0, 400, 100);
  paint.fillStyle = "#0000ff";
  paint.fillRect(0, 0, 90, 100);
  const pictures: Pictures = new Map([["https://pictures.example/pier.png", green]]);
  const parts = { action: "The pier", sketch: "https://pictures.example/pier.png" };
  const at = (data: Uint8ClampedArray, x: number, y: number): number[] =>
    Array.from(data.slice((y * small.width + x) * 4, (y * small.width + x) * 4 + 3));

  test("fills the frame, cut at its longer side, instead of the card", () => {
    const [value] = shotsOf([shot(parts)]);
    if (value === undefined) throw new Error("No shot");
    const data = drawn(small, (context) => drawPanel(context, value, { ...small, pictures }));
    for (const [x, y] of [
      [2, 2],
      [160, 90],
      [317, 177],
    ] as const) {
      expect(at(data, x, y)).toEqual([0, 255, 0]);
    }
  });

  test.each(["panLeft", "craneDown", "dollyOut", "orbit"])(
    "is moved by %s without an edge",
    (move) => {
      const animatic = filmed({ ...parts, camera: { move } });
      const both = [0, 3.99].map((time) => frame(animatic, time, small, pictures));
      for (const data of both) {
        expect(magenta(data)).toBe(0);
        expect(at(data, 2, 90)).not.toEqual([14, 16, 19]);
        expect(at(data, 317, 90)).not.toEqual([14, 16, 19]);
      }
    },
  );

  test("that cannot be had leaves its place to the card", () => {
    const animatic = filmed(parts);
    expect(frame(animatic, 1, small, none)).toEqual(frame(filmed({ action: "The pier" }), 1));
  });
});
