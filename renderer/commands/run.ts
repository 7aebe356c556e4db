import type { CommandId } from "../../shared/commands.ts";
import type { LeftPanel } from "../../shared/ipc/settings.ts";
import { isOpen } from "../../shared/jobs/job.ts";
import { goToArea, goToPanel } from "../app/areas.ts";
import { run as runTarget } from "../app/run.ts";
import { attempt } from "../app/notices.ts";
import { showBottom, showRight, toggleMiniMap } from "../app/usePanel.ts";
import { currentTarget } from "../app/useTarget.ts";
import { call } from "../bridge/call.ts";
import { arrangeNodes } from "../canvas/arranging.ts";
import { copy, cut, pasteCopied, pasteCopiedWired } from "../canvas/clipboard.ts";
import * as canvas from "../canvas/commands.ts";
import { alignSelection, colorSelection, distributeSelection } from "../canvas/aligning.ts";
import { togglePin } from "../canvas/pinning.ts";
import { resizeSelection } from "../canvas/resizing.ts";
import { dissolveFrames, fitFrames, frameSelection } from "../canvas/framing.ts";
import { reroute } from "../canvas/rerouting.ts";
import { atCanvas, openFind, openHistory, useCanvas } from "../canvas/canvasStore.ts";
import {
  goThrough,
  goToward,
  invertSelection,
  selectDownstream,
  selectUpstream,
} from "../canvas/selecting.ts";
import { toggleSnap } from "../canvas/grid.ts";
import * as surface from "../canvas/surface.ts";
import { closeTab, newBoard, openBoard, saveBoard, saveBoardAs } from "../files/actions.ts";
import { goToBoard, useBoards } from "../stores/boardStore.ts";
import { latestRun, receiveJobs, useJobs } from "../stores/jobStore.ts";
import { changeSettings, useSettings } from "../stores/settingsStore.ts";
import { look, useView, type BottomTab, type RightTab } from "../stores/viewStore.ts";
import { writeNow } from "../stores/writing.ts";
import { showTheme } from "../ui/theme.ts";
import { changesBoard } from "./reasons.ts";

/** What each command does. A command without a line here does not compile. */
const doings: Record<CommandId, () => void> = {
  "file.new": newBoard,
  "file.open": () => void openBoard(),
  "file.save": () => void saveBoard(),
  "file.saveAs": () => void saveBoardAs(),
  "file.pasteRequest": () => look({ dialog: "paste" }),
  "file.closeTab": () => void closeTab(useBoards.getState().activeId),
  "app.settings": () => look({ dialog: "settings" }),
  "app.quit": () => void attempt(() => call("app.close", {})),

  "edit.undo": () => goThrough(-1),
  "edit.redo": () => goThrough(1),
  "edit.cut": cut,
  "edit.copy": copy,
  "edit.paste": pasteCopied,
  "edit.pasteWired": pasteCopiedWired,
  "edit.duplicate": () => canvas.duplicate(),
  "edit.duplicateWired": () => canvas.duplicate(true),
  "edit.delete": () => canvas.deleteSelection(),
  "edit.selectAll": canvas.selectAll,
  "edit.selectUpstream": selectUpstream,
  "edit.selectDownstream": selectDownstream,
  "edit.invertSelection": invertSelection,
  "edit.find": openFind,
  "edit.history": openHistory,
  "edit.goLeft": () => goToward("left"),
  "edit.goRight": () => goToward("right"),
  "edit.goUp": () => goToward("up"),
  "edit.goDown": () => goToward("down"),

  "node.add": () => canvas.openAdd(),
  "node.connectTo": () => canvas.connectTo(),
  "node.reroute": reroute,
  "node.disconnect": () => canvas.askForWire("disconnect"),
  "node.insert": () => canvas.askForWire("insert"),
  "node.menu": canvas.openMenu,
  "node.rename": () => canvas.rename(),
  "node.arrange": arrangeNodes,
  "node.frame": frameSelection,
  "node.unframe": dissolveFrames,
  "node.fitFrame": fitFrames,
  "node.alignLeft": () => alignSelection("left"),
  "node.alignCenter": () => alignSelection("center"),
  "node.alignRight": () => alignSelection("right"),
  "node.alignTop": () => alignSelection("top"),
  "node.alignMiddle": () => alignSelection("middle"),
  "node.alignBottom": () => alignSelection("bottom"),
  "node.spreadAcross": () => distributeSelection("across"),
  "node.spreadDown": () => distributeSelection("down"),
  "node.bypass": canvas.toggleBypass,
  "node.mute": canvas.toggleMute,
  "node.collapse": canvas.toggleCollapse,
  "node.pin": togglePin,
  "node.wider": () => resizeSelection(1, 0),
  "node.narrower": () => resizeSelection(-1, 0),
  "node.taller": () => resizeSelection(0, 1),
  "node.shorter": () => resizeSelection(0, -1),
  "node.colorRed": () => colorSelection("red"),
  "node.colorOrange": () => colorSelection("orange"),
  "node.colorYellow": () => colorSelection("yellow"),
  "node.colorGreen": () => colorSelection("green"),
  "node.colorBlue": () => colorSelection("blue"),
  "node.colorIndigo": () => colorSelection("indigo"),
  "node.colorViolet": () => colorSelection("violet"),
  "node.colorNone": () => colorSelection(null),

  "view.palette": () => look({ dialog: "palette" }),
  "view.zoomIn": surface.zoomIn,
  "view.zoomOut": surface.zoomOut,
  "view.zoomFit": surface.fitAll,
  "view.zoomSelection": surface.fitSelection,
  "view.zoomActual": surface.zoomTo100,
  "view.nextArea": () => goToArea(1),
  "view.previousArea": () => goToArea(-1),
  "view.addNodes": () => goToLeft("add"),
  "view.templates": () => goToLeft("templates"),
  "view.outline": () => goToLeft("outline"),
  "view.library": () => goToLeft("library"),
  "view.jobs": () => goToLeft("jobs"),
  "view.problems": () => goToRight("problems"),
  "view.inspector": () => goToRight("inspector"),
  "view.request": () => goToRight("request"),
  "view.timeline": () => goToBottom("timeline"),
  "view.shotTable": () => goToBottom("table"),
  "view.miniMap": toggleMiniMap,
  "view.select": () => atCanvas({ hand: false }),
  "view.hand": () => atCanvas({ hand: true }),
  "view.snap": toggleSnap,
  "view.theme": switchTheme,
  "view.fullScreen": () => void document.documentElement.requestFullscreen(),
  "view.nextBoard": () => goToBoard(1),
  "view.previousBoard": () => goToBoard(-1),

  "run.start": () => runTarget(),
  "run.cancel": cancelRun,
  "run.repeat": repeatRun,
  "run.showTakes": () => goToLeft("library"),
  "run.ledger": () => look({ dialog: "ledger" }),
  "run.generations": () => void attempt(() => call("app.openLink", { link: "generations" })),

  "help.shortcuts": () => look({ dialog: "shortcuts" }),
  "help.keyboard": () => look({ dialog: "settings", settingsPage: "keyboard" }),
  "help.models": () => void attempt(() => call("app.openLink", { link: "models" })),
};

/** Also for ids that come from outside, such as the system menu: true when there is such a command. */
export function runCommand(id: string): boolean {
  if (!isCommand(id)) return false;
  writeNow();
  // What was refused before has been read, or is of no matter any more.
  if (useCanvas.getState().refusal !== null) atCanvas({ refusal: null });
  if (!changesBoard(id) || canvas.mayChange()) doings[id]();
  return true;
}
const isCommand = (id: string): id is CommandId => Object.hasOwn(doings, id);

/** For the keyboard: a dialog keeps the keys to itself, and Tab keeps its meaning outside the canvas. */
export function runByKey(id: CommandId, { key }: Pick<KeyboardEvent, "key">): boolean {
  if (useView.getState().dialog !== null) return false;
  if (id === "node.add" && key === "Tab" && !surface.tabAdds()) return false;
  return runCommand(id);
}

function goToLeft(leftPanel: LeftPanel): void {
  look({ leftPanel });
  goToPanel("left");
}

function goToRight(tab: RightTab): void {
  showRight(tab);
  goToPanel("right");
}

function goToBottom(tab: BottomTab): void {
  showBottom(tab);
  goToPanel("bottom");
}

function switchTheme(): void {
  const dark = document.documentElement.dataset["theme"] === "dark";
  const theme = dark ? "light" : "dark";
  showTheme(theme);
  if (useSettings.getState().info !== null) void attempt(() => changeSettings({ theme }));
}

const runOfTarget = () => {
  const { sceneId } = currentTarget();
  return sceneId === undefined ? [] : latestRun(useJobs.getState().jobs, sceneId);
};

function cancelRun(): void {
  for (const job of runOfTarget().filter(isOpen)) {
    void attempt(() => call("jobs.cancel", { jobId: job.id }));
  }
}

/** What costs money goes through the question that names the price. */
function repeatRun(): void {
  const ended = runOfTarget().filter((job) => !isOpen(job));
  if (ended.some(({ engine }) => engine === "runcomfy")) return runTarget("runcomfy");
  for (const job of ended) {
    void attempt(async () => receiveJobs([await call("jobs.repeat", { jobId: job.id })]));
  }
}
