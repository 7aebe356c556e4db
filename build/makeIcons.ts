import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";

/** The drawing's own size in px; every size is drawn anew from it, so that lines stay sharp. */
const full = 1024;
const ink = "#211a12";
const paper = "#fff6e2";

interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}
const shots: Frame[] = [
  { x: 161, y: 244, width: 277, height: 209 },
  { x: 161, y: 571, width: 277, height: 209 },
];
const scene: Frame = { x: 564, y: 389, width: 299, height: 246 };

/** Three frames of a storyboard, wired as a graph: two shots go into the scene that plays. */
function drawIcon(context: SKRSContext2D): void {
  const ground = context.createLinearGradient(100, 100, 924, 924);
  ground.addColorStop(0, "#f7c65b");
  ground.addColorStop(0.45, "#f2b441");
  ground.addColorStop(1, "#e66f2a");
  context.fillStyle = ground;
  roundRect(context, { x: 100, y: 100, width: 824, height: 824 }, 186);
  context.fill();

  context.lineWidth = 28;
  context.strokeStyle = ink;
  for (const shot of shots) drawWire(context, shot);
  for (const frame of [...shots, scene]) {
    context.fillStyle = ink;
    roundRect(context, frame, 48);
    context.fill();
  }
  for (const shot of shots) drawHorizon(context, shot);
  drawPlay(context);
}

function roundRect(context: SKRSContext2D, { x, y, width, height }: Frame, radius: number): void {
  context.beginPath();
  context.roundRect(x, y, width, height, radius);
}

/** A wire from the right side of a shot to the left side of the scene. */
function drawWire(context: SKRSContext2D, shot: Frame): void {
  const fromX = shot.x + shot.width;
  const fromY = shot.y + shot.height / 2;
  const toY = scene.y + scene.height / 2;
  const bend = (scene.x - fromX) * 0.75;
  context.beginPath();
  context.moveTo(fromX, fromY);
  context.bezierCurveTo(fromX + bend, fromY, scene.x - bend, toY, scene.x, toY);
  context.stroke();
}

/** The sketch in a shot: a hill under a sun, inside the frame's border. */
function drawHorizon(context: SKRSContext2D, shot: Frame): void {
  const inner = {
    x: shot.x + 26,
    y: shot.y + 26,
    width: shot.width - 52,
    height: shot.height - 52,
  };
  context.save();
  roundRect(context, inner, 24);
  context.clip();
  context.fillStyle = paper;
  context.fillRect(inner.x, inner.y, inner.width, inner.height);
  context.fillStyle = "#f2a33a";
  context.beginPath();
  context.arc(inner.x + inner.width * 0.7, inner.y + inner.height * 0.36, 29, 0, 2 * Math.PI);
  context.fill();
  context.fillStyle = "#8a5a2b";
  context.beginPath();
  context.moveTo(inner.x, inner.y + inner.height);
  context.quadraticCurveTo(
    inner.x + inner.width * 0.4,
    inner.y + inner.height * 0.15,
    inner.x + inner.width,
    inner.y + inner.height,
  );
  context.fill();
  context.restore();
}

function drawPlay(context: SKRSContext2D): void {
  const x = scene.x + scene.width / 2;
  const y = scene.y + scene.height / 2;
  context.fillStyle = paper;
  context.strokeStyle = paper;
  context.lineJoin = "round";
  context.lineWidth = 20;
  context.beginPath();
  context.moveTo(x - 44, y - 64);
  context.lineTo(x + 68, y);
  context.lineTo(x - 44, y + 64);
  context.closePath();
  context.fill();
  context.stroke();
}

function pngOf(size: number): Buffer {
  const canvas = createCanvas(size, size);
  const context = canvas.getContext("2d");
  context.scale(size / full, size / full);
  drawIcon(context);
  return canvas.toBuffer("image/png");
}

/** Windows' container: a directory of 16-byte entries, then the PNGs. */
function icoOf(sizes: number[]): Buffer {
  const pngs = sizes.map((size) => ({ size, png: pngOf(size) }));
  const header = Buffer.alloc(6 + 16 * pngs.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pngs.length, 4);
  let offset = header.length;
  for (const [index, { size, png }] of pngs.entries()) {
    const entry = 6 + 16 * index;
    // One byte each for width and height, in which 0 stands for 256.
    header.writeUInt8(size % 256, entry);
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...pngs.map(({ png }) => png)]);
}

/** Apple's container: blocks of a type of four letters, a length that counts itself, and a PNG. */
function icnsOf(sizes: Record<string, number>): Buffer {
  const blocks = Object.entries(sizes).map(([type, size]) => icnsBlock(type, pngOf(size)));
  return icnsBlock("icns", Buffer.concat(blocks));
}

function icnsBlock(type: string, content: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.write(type, "ascii");
  header.writeUInt32BE(header.length + content.length, 4);
  return Buffer.concat([header, content]);
}

const write = (name: string, bytes: Buffer): void =>
  writeFileSync(join(import.meta.dirname, name), bytes);

write("icon.png", pngOf(full));
write("icon.ico", icoOf([16, 24, 32, 48, 64, 128, 256]));
write(
  "icon.icns",
  icnsOf({ ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024 }),
);
