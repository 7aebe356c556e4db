import { expect, it } from "vitest";
import { find } from "../../../renderer/dialogs/finding.ts";

const save = { title: "Salvar como", words: "Save as… File Arquivo" };
const undo = { title: "Desfazer", words: "Undo Edit Editar" };
const compass = { title: "Shot 2 · The compass", words: "Shot A close-up of a hand" };
const connect = { title: "Conectar a", words: "Connect to… Nó" };
const all = [save, undo, compass, connect];

it("finds a thing by any word of any language, accents or not, in any order", () => {
  expect(find(all, "undo")).toEqual([undo]);
  expect(find(all, "as save")).toEqual([save]);
  expect(find(all, "NO")).toContain(connect);
  expect(find([{ title: "Configurações" }], "configuracoes")).toHaveLength(1);
});

it("needs every word of the search", () => {
  expect(find(all, "save undo")).toEqual([]);
  expect(find(all, "shot hand")).toEqual([compass]);
});

it("puts what is called that before what merely mentions it", () => {
  const mention = { title: "Prompt", words: "the compass on a cord" };
  expect(find([mention, compass], "compass")).toEqual([compass, mention]);
});

it("keeps everything, in its order, when nothing is searched for", () => {
  expect(find(all, "  ")).toEqual(all);
});

it("puts the whole of a title before a part of one, and what can be done before what cannot", () => {
  const whole = { title: "Run" };
  const again = { title: "Run again" };
  expect(find([again, whole], "run")).toEqual([whole, again]);
  const lacking = { title: "Fit the frame", lack: "Select a frame first" };
  const able = { title: "Fit everything" };
  expect(find([lacking, able], "fit")).toEqual([able, lacking]);
  expect(find([able, lacking], "fit frame")).toEqual([lacking]);
});

it("finds a thing by its keys, before all that share a word with them", () => {
  const board = { title: "New board", keys: "Ctrl+N" };
  const bypass = { title: "Bypass", keys: "Ctrl+B" };
  expect(find([board, bypass], "ctrl b")).toEqual([bypass]);
  expect(find([board, bypass], "Ctrl + B")).toEqual([bypass]);
  expect(find([board, bypass], "b")).toEqual([bypass, board]);
});
