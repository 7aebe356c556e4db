/** What the bare page is given to draw: React Flow's own nodes and edges, every size and port place known. */

export interface BareData {
  readonly [field: string]: unknown;
  readonly kind: string;
  readonly title: string;
  readonly meta: string;
  readonly text: string;
  readonly picture: boolean;
  readonly badges: readonly string[];
  readonly chips: readonly string[];
}

export interface BarePort {
  readonly id: string;
  readonly type: "source" | "target";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface BareScene {
  readonly nodes: readonly {
    readonly id: string;
    readonly position: { readonly x: number; readonly y: number };
    readonly width: number;
    readonly height: number;
    readonly handles: readonly BarePort[];
    readonly data: BareData;
  }[];
  readonly edges: readonly {
    readonly id: string;
    readonly source: string;
    readonly sourceHandle: string;
    readonly target: string;
    readonly targetHandle: string;
  }[];
}

/** Where the page looks at the start and how large its canvas is, from its address. Lengths in window px. */
export interface BareView {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
  /** False for plain React Flow, which keeps every node in the page. */
  readonly culled: boolean;
}

export const addressOf = (view: BareView): string =>
  `?${new URLSearchParams(Object.entries(view).map(([key, value]) => [key, String(value)])).toString()}`;

export function viewOf(address: string): BareView {
  const params = new URLSearchParams(address);
  const number = (key: string): number => Number(params.get(key) ?? 0);
  return {
    x: number("x"),
    y: number("y"),
    zoom: number("zoom"),
    width: number("width"),
    height: number("height"),
    culled: params.get("culled") === "true",
  };
}
