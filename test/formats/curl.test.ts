import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countedIds } from "../../shared/board/ids.ts";
import { printBoard } from "../../shared/board/print.ts";
import { decompile } from "../../shared/compile/decompile.ts";
import { parseCurl, printCurl } from "../../shared/formats/curl.ts";
import { parseRequest } from "../../shared/formats/requestJson.ts";
import { validRequest } from "../compile/requests.ts";

const base = "https://model-api.runcomfy.net/v1";
const model = "kling/kling-3.0/pro/text-to-video";
const url = `${base}/models/${model}`;
const input = {
  prompt: 'It\'s "raining" on $HOME & 50% of `us` \\ done!',
  duration: 5,
  aspect_ratio: "9:16",
};
const body = JSON.stringify(input);
const inQuotes = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
const backslashed = (text: string) => text.replaceAll(/["\\$`]/g, "\\$&");

/** As Chromium's developer tools copy a word for the Windows prompt. */
const careted = (text: string) =>
  `^"${text
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')
    .replaceAll(/[^a-zA-Z0-9\s_\-:=+~'/.,?;()*`]/g, "^$&")
    .replaceAll(/%(?=[a-zA-Z0-9_])/g, "%^")
    .replaceAll(/\r?\n/g, "^\n\n")}^"`;

const commands: { readonly [name: string]: string } = {
  "the usual form": `curl -X POST ${url} \\\n  -H "Authorization: Bearer tok" \\\n  -H 'Content-Type: application/json' \\\n  -d ${inQuotes(body)}`,
  "a pretty body over many lines": `curl --request POST --url '${url}' --data ${inQuotes(JSON.stringify(input, null, 2))}`,
  "a prompt sign, a comment and Windows line ends": `# make it\r\n$ curl ${url} \\\r\n  --json ${inQuotes(body)}`,
  "options with an equals sign": `curl --url=${url} --data-raw=${inQuotes(body)}`,
  "options without a space": `curl -sS -XPOST -HAccept:*/* ${url} -d${inQuotes(body)}`,
  "a bundle of letters": `curl -sSLd ${inQuotes(body)} ${url}`,
  "double quotes": `curl "${url}" --data-binary "${backslashed(body)}"`,
  "the quotes of bash for control characters": `curl '${url}' -H 'authorization: Bearer tok' --compressed --data-raw $'${body.replaceAll("\\", "\\\\").replaceAll("'", "\\'").replaceAll("a", "\\u0061").replaceAll("n", "\\x6e").replaceAll("d", "\\144")}'`,
  "options whose values are no URL": `curl --max-time 90 -o out.json --retry 0 -u me:pw ${url} -d ${inQuotes(body)} | jq .request_id`,
  "the line ends of PowerShell": `curl.exe -X POST ${url} \`\r\n  -H 'Accept: */*' \`\r\n  -d ${inQuotes(body)}`,
  "a here-document": `curl -X POST ${url} -d @- <<'EOF'\n${body}\nEOF\n`,
  "the URL last and a query": `curl -d ${inQuotes(body)} '${url}/?token=abc#top'`,
  "an encoded URL": `curl '${base}/models/kling%2Fkling-3.0/pro/text-to-video' -d ${inQuotes(body)}`,
  "carets at line ends": `curl.exe -X POST "${url}" ^\r\n  -H "Content-Type: application/json" ^\r\n  -d "${body.replaceAll(/(\\*)"/g, '$1$1\\"')}"`,
  "carets before everything": `curl ${careted(url)} ^\r\n  -H ${careted("authorization: Bearer tok")} ^\r\n  --data-raw ${careted(JSON.stringify(input, null, 2))}`,
};

describe("a cURL command", () => {
  it.each(Object.entries(commands))("is read in %s", (_name, command) => {
    const reading = parseRequest(command);
    expect(reading).toEqual({ ok: true, request: { model, input }, notes: [] });
  });

  it("is asked for a body, and for one that is at hand", () => {
    expect(parseRequest(`curl ${base}/requests/abc/status`)).toEqual({
      ok: false,
      failure: { code: "noBody", values: {} },
    });
    expect(parseRequest(`curl ${url} -d @body.json`)).toEqual({
      ok: false,
      failure: { code: "bodyInFile", values: { file: "body.json" } },
    });
    expect(parseRequest(`curl ${url} -d 'not json'`)).toMatchObject({
      ok: false,
      failure: { code: "notJson" },
    });
    expect(parseRequest(`curl ${url} -d "unclosed`)).toMatchObject({ ok: false });
  });

  it("takes the model that is asked for before the one in the URL, and assumes one without either", () => {
    const other = "kling/kling-3.0/standard/text-to-video";
    expect(parseRequest(commands["double quotes"] ?? "", other)).toMatchObject({
      request: { model: other },
    });
    expect(parseRequest(`curl https://example.com/run -d ${inQuotes(body)}`)).toMatchObject({
      request: { model },
      notes: [{ code: "modelAssumed", values: { model } }],
    });
  });

  it("leaves its token behind", () => {
    const token = "canary-7f3a9c51";
    const written = [
      `curl -H "Authorization: Bearer ${token}" ${url} -d ${inQuotes(body)}`,
      `curl -H 'authorization: ${token}' -u ${token}:x --oauth2-bearer ${token} '${url}?key=${token}' -d ${inQuotes(body)}`,
      `RUNCOMFY_API_TOKEN=${token} curl --cookie ${token} -HAuthorization:${token} ${url} -d ${inQuotes(body)}`,
      `curl ^"${url}^" ^\r\n -H ^"Authorization: Bearer ${token}^" ^\r\n --data-raw ^"{^\\^"prompt^\\^":^\\^"Rain.^\\^"}^"`,
      `curl ${url} -d ${inQuotes(JSON.stringify({ ...input, api_key: token, Authorization: token }))}`,
      JSON.stringify({ model, input: { ...input, token }, headers: { Authorization: token } }),
      JSON.stringify({ ...input, "api-key": token, access_token: token }),
    ];
    for (const text of written) {
      const reading = parseRequest(text);
      expect(reading.ok).toBe(true);
      expect(JSON.stringify(reading)).not.toContain(token);
      if (reading.ok) {
        expect(printBoard(decompile(reading.request, countedIds()))).not.toContain(token);
      }
    }
  });
});

describe("a printed cURL command", () => {
  it("is read back to the same request, whatever the request", () => {
    fc.assert(
      fc.property(validRequest, (request) => {
        expect(parseRequest(printCurl(request, base))).toMatchObject({ ok: true, request });
      }),
      { numRuns: 200 },
    );
  });

  it("tells a real shell the same words as it tells us", () => {
    fc.assert(
      fc.property(validRequest, (request) => {
        const command = printCurl(request, `${base}/`);
        // The shell runs this function in place of curl: it prints each word with its length before it.
        const script = `curl() { for word in "$@"; do printf '%s\\0' "$word"; done; }\n${command}`;
        const { stdout, status } = spawnSync("sh", ["-c", script], {
          encoding: "utf8",
          env: { PATH: process.env["PATH"], RUNCOMFY_API_TOKEN: "from-the-environment" },
        });
        expect(status).toBe(0);
        const words = stdout.split("\0").slice(0, -1);
        expect(words.slice(0, 3)).toEqual(["-X", "POST", `${base}/models/${request.model}`]);
        expect(words).toContain("Authorization: Bearer from-the-environment");
        expect(JSON.parse(words.at(-1) ?? "")).toEqual(request.input);
        const reading = parseCurl(command);
        expect(reading.ok && reading.body).toBe(words.at(-1));
      }),
      { numRuns: 15 },
    );
  });

  it("names the variable that holds the token, never a token", () => {
    expect(printCurl({ model, input: { prompt: "It's rain." } }, base)).toBe(
      [
        `curl -X POST '${url}' \\`,
        `  -H "Authorization: Bearer $RUNCOMFY_API_TOKEN" \\`,
        `  -H 'Content-Type: application/json' \\`,
        `  --data-raw '{`,
        `  "prompt": "It'\\''s rain."`,
        `}'`,
        "",
      ].join("\n"),
    );
  });
});
