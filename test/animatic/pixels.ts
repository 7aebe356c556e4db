/** Of so many values one is looked at: it shares no factor with the four of a pixel, so that each channel has its turn. */
const stride = 7;

/** Mean difference of two RGBA pictures of the same size, 0 to 255. */
export function difference(one: ArrayLike<number>, other: ArrayLike<number>): number {
  if (one.length !== other.length) throw new Error("Pictures of different sizes");
  let sum = 0;
  for (let i = 0; i < one.length; i += stride) {
    sum += Math.abs((one[i] ?? 0) - (other[i] ?? 0));
  }
  return sum / Math.ceil(one.length / stride);
}
