import { menuNames, type CommandId, type MenuName } from "../../shared/commands.ts";
import { knownCommands, type KnownCommand } from "../../shared/keyboard/keymap.ts";
import { say } from "../locales/say.ts";

/** What a command is called, without the dots that announce a question. */
export const titleOf = (id: CommandId): string => say(`commands:${id}`).replace(/…$/, "");

/** The menu in which a command stands, or would by its name. */
const menuOf = ({ id, menu }: KnownCommand): MenuName =>
  menu?.name ?? menuNames.find((name) => id.startsWith(`${name}.`)) ?? "help";

/** Every command, in groups that are called as the menus are. */
export const commandGroups = menuNames.map((name) => ({
  name,
  commands: knownCommands.filter((command) => menuOf(command) === name),
}));
