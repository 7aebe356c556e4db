import app from "./app.json" with { type: "json" };
import canvas from "./canvas.json" with { type: "json" };
import commands from "./commands.json" with { type: "json" };
import dialogs from "./dialogs.json" with { type: "json" };
import edits from "./edits.json" with { type: "json" };
import errors from "./errors.json" with { type: "json" };
import jobs from "./jobs.json" with { type: "json" };
import keyboard from "./keyboard.json" with { type: "json" };
import nodes from "./nodes.json" with { type: "json" };
import panels from "./panels.json" with { type: "json" };
import player from "./player.json" with { type: "json" };
import problems from "./problems.json" with { type: "json" };
import search from "./search.json" with { type: "json" };

export const portuguese = {
  app,
  canvas,
  commands,
  dialogs,
  edits,
  errors,
  jobs,
  keyboard,
  nodes,
  panels,
  player,
  problems,
  search,
};
