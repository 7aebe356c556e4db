import { expect, it } from "vitest";
import { withoutToken } from "../../../renderer/dialogs/withoutToken.ts";
import { flawOfToken } from "../../../renderer/dialogs/settings/tokenText.ts";
import { parseRequest } from "../../../shared/formats/requestJson.ts";

const secret = "rc_live_0123456789abcdef";
const url = "https://model-api.runcomfy.net/v1/models/kling/kling-3.0/pro/text-to-video";
const body = `{"prompt":"A ferry at night."}`;

it.each([
  ["double quotes", `curl -X POST ${url} -H "Authorization: Bearer ${secret}" -d '${body}'`],
  ["single quotes", `curl ${url} -H 'authorization: bearer ${secret}' -d '${body}'`],
  ["no scheme", `curl ${url} -H 'Authorization: ${secret}' -d '${body}'`],
  ["curl's own option", `curl ${url} --oauth2-bearer ${secret} -d '${body}'`],
  ["the Windows prompt", `curl.exe ${url} -H ^"Authorization: Bearer ${secret}^" -d ^"{}^"`],
  ["headers as JSON", `{"headers": {"Authorization": "Bearer ${secret}"}}`],
])("takes the token out of a command with %s", (_, text) => {
  const clean = withoutToken(text);
  expect(clean.dropped).toBe(true);
  expect(clean.text).not.toContain(secret);
});

it("leaves the rest of the command as it was, so that it is still read", () => {
  const text = `curl -X POST ${url} -H "Authorization: Bearer ${secret}" -d '${body}'`;
  const { text: clean } = withoutToken(text);
  expect(clean).toBe(text.replace(secret, "…"));
  expect(parseRequest(clean)).toEqual(parseRequest(text));
});

it.each(["$RUNCOMFY_API_TOKEN", "%TOKEN%", "<token>"])("takes %s for no token", (word) => {
  const text = `curl ${url} -H "Authorization: Bearer ${word}" -d '${body}'`;
  expect(withoutToken(text)).toEqual({ text, dropped: false });
});

it("says what is wrong with a token before it is handed over", () => {
  expect(flawOfToken(`  ${secret}\n`)).toBeUndefined();
  expect(flawOfToken("")).toBeUndefined();
  expect(flawOfToken("two words")).toBe("malformed");
  expect(flawOfToken("símbolo")).toBe("malformed");
  expect(flawOfToken("a".repeat(8192))).toBeUndefined();
  expect(flawOfToken("a".repeat(8193))).toBe("tooLong");
});
