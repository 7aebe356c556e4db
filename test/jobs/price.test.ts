import { describe, expect, test } from "vitest";
import { price } from "../../shared/jobs/price.ts";
import type { Profile } from "../../shared/models/profile.ts";
import { profileOf, profiles } from "../../shared/models/profiles.ts";

function profile(id: string): Profile {
  const found = profileOf(id);
  if (found === undefined) throw new Error(`No profile of ${id}`);
  return found;
}
const pro = profile("kling/kling-3.0/pro/text-to-video");

describe("price", () => {
  test("is seconds times the rate of the model, without a binary tail", () => {
    expect(price(pro, 12, false, false)).toBe(1.344);
    expect(price(pro, 12, true, false)).toBe(2.016);
  });

  test("takes the model's own default when audio is not sent", () => {
    expect(price(pro, 5, undefined, false)).toBe(price(pro, 5, true, false));
    const o3 = profile("kling/kling-video-o3/pro/text-to-video");
    expect(price(o3, 5, undefined, false)).toBe(price(o3, 5, false, false));
    expect(price(o3, 5, false, false)).not.toBe(price(o3, 5, true, false));
  });

  test("has a rate of its own with a reference video, where the model has one", () => {
    expect(price(profile("kling/kling-video-o3/pro/reference-to-video"), 10, true, true)).toBe(
      1.68,
    );
    expect(price(pro, 10, false, true)).toBe(1.12);
  });

  test("is null, never 0, when the seconds cannot be known", () => {
    for (const known of profiles.values()) {
      expect(price(known, null, undefined, false)).toBeNull();
      expect(price(known, 0, undefined, false)).toBeNull();
      expect(price(known, 3, false, false)).toBeGreaterThan(0);
    }
  });
});
