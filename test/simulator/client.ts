import type { Simulator } from "./simulator.ts";

/** What came back, JSON parsed where it is JSON. */
export type Got = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Record<string, unknown>;
};

export const textToVideo = "kling/kling-3.0/pro/text-to-video";
export const imageToVideo = "kling/kling-3.0/pro/image-to-video";

/** 5 + 4 + 3 s, upright and silent. */
export const threeShots = {
  prompt: "A lighthouse keeper climbs to the lamp",
  multi_prompt: [
    { prompt: "The keeper takes the lantern", duration: 5 },
    { prompt: "Steps, seen from above", duration: 4 },
    { prompt: "The lamp is lit", duration: 3 },
  ],
  duration: 12,
  aspect_ratio: "9:16",
  sound: false,
  shot_type: "customize",
};

/** A plain client of the API: no retries, no opinions. */
export const clientOf = (simulator: Simulator, token: string = simulator.token) => {
  const call = async (path: string, init: RequestInit = {}): Promise<Got> => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    return read(await fetch(`${simulator.baseUrl}${path}`, { headers, ...init }));
  };
  const post = (model: string, body: unknown, init: RequestInit = {}): Promise<Got> =>
    call(`/models/${model}`, { method: "POST", body: JSON.stringify(body), ...init });
  return {
    get: call,
    post,
    /** Posts a good request and gives its id. */
    submit: async (body: unknown = threeShots, model = textToVideo): Promise<string> =>
      String((await post(model, body)).json["request_id"]),
    status: (id: string): Promise<Got> => call(`/requests/${id}/status`),
    result: (id: string): Promise<Got> => call(`/requests/${id}/result?include_cost=true`),
    cancel: (id: string): Promise<Got> => call(`/requests/${id}/cancel`, { method: "POST" }),
    balance: async (): Promise<Got> =>
      read(
        await fetch(`${simulator.origin}/prod/v2/balance`, {
          headers: { authorization: `Bearer ${token}` },
        }),
      ),
  };
};

const read = async (response: Response): Promise<Got> => {
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parse(text) };
};

const parse = (text: string): Record<string, unknown> => {
  try {
    const value: Record<string, unknown> = JSON.parse(text);
    return value;
  } catch {
    return {};
  }
};

/** The address in `output.video` of a result. */
export const videoUrl = ({ json }: Got): string => {
  const { output } = json;
  const held = typeof output === "object" && output !== null && "video" in output;
  return held ? String(output.video) : "";
};
