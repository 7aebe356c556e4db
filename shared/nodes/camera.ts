/**
 * The camera grammar of a shot: what the board stores is a key, what the model is told is an English phrase (the
 * models are prompted in English whatever the language of the window). An empty key says nothing.
 */
export const sizePhrases = {
  "": "",
  extremeWide: "extreme wide shot",
  wide: "wide shot",
  full: "full shot",
  medium: "medium shot",
  mediumCloseUp: "medium close-up",
  closeUp: "close-up",
  extremeCloseUp: "extreme close-up",
  overShoulder: "over-the-shoulder shot",
  pointOfView: "point-of-view shot",
} as const;

export const anglePhrases = {
  "": "",
  eyeLevel: "eye level",
  low: "low angle",
  high: "high angle",
  overhead: "overhead angle",
  dutch: "Dutch angle",
} as const;

export const movePhrases = {
  "": "",
  static: "static camera",
  dollyIn: "slow dolly in",
  dollyOut: "slow dolly out",
  panLeft: "pan left",
  panRight: "pan right",
  tiltUp: "tilt up",
  tiltDown: "tilt down",
  truckLeft: "truck left",
  truckRight: "truck right",
  craneUp: "crane up",
  craneDown: "crane down",
  orbit: "orbit around the subject",
  zoomIn: "zoom in",
  zoomOut: "zoom out",
  handheld: "handheld camera",
  tracking: "tracking shot",
} as const;

export const lensPhrases = {
  "": "",
  wide24: "24 mm wide lens",
  normal35: "35 mm lens",
  normal50: "50 mm lens",
  portrait85: "85 mm lens, shallow depth of field",
  tele135: "135 mm telephoto lens",
  anamorphic40: "anamorphic 40 mm lens",
  macro: "macro lens",
} as const;

export type ShotSize = keyof typeof sizePhrases;
type CameraAngle = keyof typeof anglePhrases;
export type CameraMove = keyof typeof movePhrases;
export type Lens = keyof typeof lensPhrases;

const keys = <K extends string>(phrases: Record<K, string>): K[] => Object.keys(phrases) as K[];
export const shotSizes = keys(sizePhrases);
export const cameraAngles = keys(anglePhrases);
export const cameraMoves = keys(movePhrases);
export const lenses = keys(lensPhrases);

/** What is said of the camera, by key. */
export interface Camera {
  readonly size: ShotSize;
  readonly angle: CameraAngle;
  readonly move: CameraMove;
  readonly lens: Lens;
}

export const cameraFields = ["size", "angle", "move", "lens"] as const;

/** What the model is told of each. */
export const phrasesOf = ({
  size,
  angle,
  move,
  lens,
}: Camera): { readonly [field in keyof Camera]: string } => ({
  size: sizePhrases[size],
  angle: anglePhrases[angle],
  move: movePhrases[move],
  lens: lensPhrases[lens],
});
