import { create } from "zustand";
import type { EdgeId, NodeId } from "../../shared/board/schema.ts";
import type { LeftPanel } from "../../shared/ipc/settings.ts";
import type { Source } from "../../shared/nodes/ports.ts";

/** The lifetime of the window: what is looked at. Never saved with a board, never undone. */

export type RightTab = "inspector" | "request" | "problems";
export type BottomTab = "timeline" | "table";
export type DialogName =
  | "settings"
  | "open"
  | "save"
  | "paste"
  | "shortcuts"
  | "palette"
  | "confirmRun"
  | "alreadyRun"
  | "closeTab"
  | "closeWindow"
  | "changedOnDisk"
  | "ledger";
export type SettingsPage = "general" | "canvas" | "keyboard";

interface ViewState {
  readonly selectedNodes: ReadonlySet<NodeId>;
  readonly selectedEdges: ReadonlySet<EdgeId>;
  readonly leftPanel: LeftPanel | null;
  readonly rightTab: RightTab;
  readonly bottomTab: BottomTab;
  readonly dialog: DialogName | null;
  readonly settingsPage: SettingsPage;
  /** The job that was made from exactly the request that was to be run; its number, if it has left a take. */
  readonly same: { readonly jobId: string; readonly state: string; readonly take?: number } | null;
  /** What closes once its unsaved work is saved; remembered while a dialog about saving is open. */
  readonly closing: "tab" | "window" | null;
  /** The piece of the board or of the request that the pointer is over: its other side lights up. */
  readonly pointedAt: Source | null;
  /** The node that the canvas is asked to bring into view; a new object each time. */
  readonly reveal: { readonly nodeId: NodeId } | null;
  /** Zoom of the canvas, 1 is 100 %. */
  readonly zoom: number;
  /** The parts of a run that the player shows, and the second of them at which it begins; null when it is closed. */
  readonly playing: { readonly takeIds: readonly string[]; readonly seconds: number } | null;
  /** Seconds from the start of the scene at which the timeline's playhead stands. */
  readonly playhead: number;
}

export const useView = create<ViewState>()(() => ({
  selectedNodes: new Set<NodeId>(),
  selectedEdges: new Set<EdgeId>(),
  leftPanel: null,
  rightTab: "inspector",
  bottomTab: "timeline",
  dialog: null,
  settingsPage: "general",
  same: null,
  closing: null,
  pointedAt: null,
  reveal: null,
  zoom: 1,
  playing: null,
  playhead: 0,
}));

export const look = (change: Partial<ViewState>): void => useView.setState(change);

export const select = (nodes: Iterable<NodeId>, edges: Iterable<EdgeId> = []): void =>
  useView.setState({ selectedNodes: new Set(nodes), selectedEdges: new Set(edges) });

/** Selects a node and brings it into view, from a list, a problem or the request. */
export const showNode = (nodeId: NodeId): void =>
  useView.setState({
    selectedNodes: new Set([nodeId]),
    selectedEdges: new Set(),
    reveal: { nodeId },
  });
