import type { CameraMove } from "../nodes/camera.ts";

/** How a layer lies in the frame: grown about the middle, then moved; in widths and heights of the frame. */
export interface Placement {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** What the camera does at one moment. */
interface Camera {
  /** A longer lens: near and far grow alike. */
  readonly zoom?: number;
  /** A step forward: the nearer, the more it grows. */
  readonly push?: number;
  /** A turn of the head: near and far shift alike. */
  readonly pan?: number;
  readonly tilt?: number;
  /** A step aside or upwards: the nearer, the more it shifts. */
  readonly truck?: number;
  readonly crane?: number;
  /** Round the subject, which stays. */
  readonly orbit?: number;
  /** Beside the subject, which stays. */
  readonly track?: number;
}

/** From -0.5 to 0.5, setting out and arriving gently. */
const along = (progress: number): number =>
  progress * progress * (3 - 2 * progress) * 0.5 + progress * 0.5 - 0.5;

/** @param at From -0.5 to 0.5. @param seconds From the cut. */
const cameras: Record<CameraMove, (at: number, seconds: number) => Camera> = {
  "": () => ({}),
  static: () => ({}),
  dollyIn: (at) => ({ push: at * 0.3 }),
  dollyOut: (at) => ({ push: at * -0.3 }),
  zoomIn: (at) => ({ zoom: at * 0.36 }),
  zoomOut: (at) => ({ zoom: at * -0.36 }),
  panLeft: (at) => ({ pan: at * 0.24 }),
  panRight: (at) => ({ pan: at * -0.24 }),
  tiltUp: (at) => ({ tilt: at * 0.24 }),
  tiltDown: (at) => ({ tilt: at * -0.24 }),
  truckLeft: (at) => ({ truck: at * 0.22 }),
  truckRight: (at) => ({ truck: at * -0.22 }),
  craneUp: (at) => ({ crane: at * 0.24 }),
  craneDown: (at) => ({ crane: at * -0.24 }),
  orbit: (at) => ({ orbit: at * 0.34 }),
  tracking: (at) => ({ track: at * -0.42 }),
  handheld: (_, seconds) => ({
    pan: 0.007 * Math.sin(seconds * 2.1) + 0.004 * Math.sin(seconds * 5.3 + 1),
    tilt: 0.008 * Math.sin(seconds * 1.7 + 2) + 0.004 * Math.sin(seconds * 4.6),
    zoom: 0.008 * Math.sin(seconds * 1.1),
  }),
};

export interface Moment {
  readonly move: CameraMove;
  /** Share of the shot that has passed, 0 to 1. */
  readonly progress: number;
  /** Since the cut. */
  readonly seconds: number;
}

/** Where a layer of this depth lies at this moment. */
export function placementOf(moment: Moment, depth: number, subject: boolean): Placement {
  const camera = cameras[moment.move](along(moment.progress), moment.seconds);
  const {
    zoom = 0,
    push = 0,
    pan = 0,
    tilt = 0,
    truck = 0,
    crane = 0,
    orbit = 0,
    track = 0,
  } = camera;
  const near = 0.18 + depth * 0.82;
  return {
    scale: (1 + zoom) * (1 + push * near),
    x: pan + truck * near + orbit * (depth - 1) + (subject ? 0 : track * near),
    y: tilt + crane * near,
  };
}

/** A photograph or sketch is flat: it only grows and shifts. `cover` keeps its edges out of the frame. */
export function flatPlacementOf(moment: Moment): Placement & { readonly cover: number } {
  const { scale, x, y } = placementOf(moment, 0.7, false);
  const orbit = moment.move === "orbit" ? -placementOf(moment, 0.5, false).x : x;
  const still = moment.move === "" || moment.move === "static";
  return { scale, x: orbit, y, cover: still ? 1 : 1.28 };
}
