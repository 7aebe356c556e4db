import { fieldOf, type Profile } from "../models/profile.ts";

/**
 * An estimate in USD: seconds of output × the model's rate. Null when it cannot be known, never 0 for unknown.
 *
 * @param seconds of the video; null when only the service can know (video to video).
 * @param audio as sent; undefined when it is not sent and the model's own default holds.
 */
export function price(
  profile: Profile,
  seconds: number | null,
  audio: boolean | undefined,
  hasReferenceVideo: boolean,
): number | null {
  if (seconds === null || seconds <= 0) return null;
  // Binary fractions: 12 s at 0.112 would be 1.3439999999999999.
  return Math.round(seconds * rate(profile, audio, hasReferenceVideo) * 1e6) / 1e6;
}

/** USD per second. */
function rate(profile: Profile, audio: boolean | undefined, hasReferenceVideo: boolean): number {
  const { silent, withAudio, withReferenceVideo } = profile.price;
  if (hasReferenceVideo && withReferenceVideo !== undefined) return withReferenceVideo;
  const byDefault = fieldOf(profile, profile.audioField, "boolean")?.default ?? false;
  return (audio ?? byDefault) ? withAudio : silent;
}
