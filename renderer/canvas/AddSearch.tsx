import { Command } from "cmdk";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { definitionOf, nodeTypes, type NodeType } from "../../shared/nodes/registry.ts";
import { typeAbout, typeFields, typeName, typeWords } from "../nodes/words.ts";
import { atCanvas, useCanvas } from "./canvasStore.ts";
import { addNodeAt, boardNow } from "./commands.ts";
import { rank } from "./rank.ts";
import { SearchBox } from "./SearchBox.tsx";
import { focusCanvas, keyPressed } from "./surface.ts";
import { fittingTypes } from "./wiring.ts";

/** Search to add: opened by a double click, Tab, Shift+A or a wire that is dropped on the empty canvas. */
export function AddSearch() {
  const adding = useCanvas((state) => state.adding);
  return adding === null ? null : <Search adding={adding} />;
}

type Adding = NonNullable<ReturnType<typeof useCanvas.getState>["adding"]>;

function Search({ adding }: { readonly adding: Adding }) {
  const { t } = useTranslation("canvas");
  const [query, setQuery] = useState("");
  const { wire } = adding;
  const found = rank(query, offered(adding));
  const close = (): void => {
    atCanvas({ adding: null });
    // Otherwise Tab would open it again for ever.
    keyPressed();
    focusCanvas();
  };
  const add = (type: NodeType, port: string | undefined): void => {
    atCanvas({ adding: null });
    const id = addNodeAt(
      type,
      adding.flow,
      wire === null || port === undefined ? null : { wire, port },
    );
    // The node is drawn by the time the frame is.
    requestAnimationFrame(() => focusCanvas(id));
  };
  return (
    <SearchBox
      label={t("add.name")}
      placeholder={t(wire === null ? "add.placeholder" : "add.placeholderWire")}
      query={query}
      onQuery={setQuery}
      onClose={close}
      at={adding.screen}
      empty={t(wire !== null && query === "" ? "add.noneFits" : "add.none")}
    >
      {found.map(({ type, port, name, about }) => (
        <Command.Item
          key={type}
          value={type}
          onSelect={() => add(type, port)}
          className={`search-item kind-${definitionOf({ type })?.color ?? "neutral"}`}
        >
          <span className="board-node-mark mt-1" />
          <span className="min-w-0">
            <span className="block font-medium">{name}</span>
            <span className="block text-label text-ink-soft">{about}</span>
          </span>
        </Command.Item>
      ))}
    </SearchBox>
  );
}

function offered({ wire }: Adding) {
  const board = boardNow();
  const fits =
    wire === null || board === undefined
      ? nodeTypes.map((type) => ({ type, port: undefined }))
      : fittingTypes(board, wire);
  return fits.map(({ type, port }) => ({
    type,
    port,
    name: typeName(type),
    about: typeAbout(type),
    words: `${typeWords(type)} ${typeAbout(type)}`,
    parts: typeFields(type),
  }));
}
