/** What the media worker is told and what it answers: plain data, the worker is a bundle of its own. */

export interface InspectionOrder {
  /** Absolute path of the video. */
  readonly video: string;
  /** Where poster and stills go; null to read the video only. */
  readonly folder: string | null;
  readonly poster: string;
  /** One for each shot, in seconds from the beginning of the video. */
  readonly stills: readonly { readonly name: string; readonly seconds: number }[];
}

/** Of the video as it is: px, seconds, bytes; `hash` is the file's SHA-256. */
export interface VideoFacts {
  readonly width: number;
  readonly height: number;
  readonly seconds: number;
  readonly bytes: number;
  readonly hash: string;
}

/** Names of the pictures that were made; null for one that could not be. */
export interface Pictures {
  readonly poster: string | null;
  readonly stills: readonly (string | null)[];
}

export type InspectionMessage =
  | { readonly kind: "facts"; readonly facts: VideoFacts }
  | { readonly kind: "noVideo" }
  | { readonly kind: "picture"; readonly name: string };
