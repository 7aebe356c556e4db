/** What goes back to a client. */
export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  readonly delivery?: Delivery;
};

/** How a body travels when it does not simply arrive. */
export type Delivery = {
  /** The connection breaks after so many bytes. */
  readonly cutAfter?: number;
  /** Stands still after so many bytes until released. */
  readonly holdAfter?: number;
  readonly chunkBytes?: number;
  readonly everySeconds?: number;
  /** In chunks, without Content-Length. */
  readonly noLength?: boolean;
  /** Content-Length that is not true. */
  readonly claimBytes?: number;
};

export type ErrorCode = 400001 | 400002 | 400004 | 403001 | 404001;

/** How refusals look: the service is not consistent, and official clients take all of these. */
export type ErrorShape = {
  /** HTTP status: the fitting one, 400 for all, or 200 for all. */
  readonly status: "fitting" | 400 | 200;
  readonly codeField: "error_code" | "code";
  readonly textField: "error_message" | "message" | "error" | "detail";
};

export const plainShape: ErrorShape = {
  status: "fitting",
  codeField: "error_code",
  textField: "error_message",
};

const statuses: Readonly<Record<ErrorCode, number>> = {
  400001: 400,
  400002: 402,
  400004: 401,
  403001: 403,
  404001: 404,
};

const sentences: Readonly<Record<ErrorCode, string>> = {
  400001: "Invalid identifier",
  400002: "No remaining balance",
  400004: "API token is missing, expired or revoked",
  403001: "This request belongs to another user",
  404001: "Request not found",
};

export const json = (status: number, value: unknown): Reply => ({
  status,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(value),
});

export const html = (status: number, title: string): Reply => ({
  status,
  headers: { "content-type": "text/html" },
  body: `<html><head><title>${status} ${title}</title></head><body><h1>${status} ${title}</h1><hr>nginx</body></html>`,
});

export const refusal = (
  shape: ErrorShape,
  code: ErrorCode,
  text: unknown = sentences[code],
): Reply =>
  json(shape.status === "fitting" ? statuses[code] : shape.status, {
    [shape.codeField]: code,
    [shape.textField]: text,
  });
