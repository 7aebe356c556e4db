import { ContextMenu } from "radix-ui";
import { useState, type MouseEvent, type Ref } from "react";
import { useTranslation } from "react-i18next";
import type { EdgeId, NodeId } from "../../shared/board/schema.ts";
import { select, useView } from "../stores/viewStore.ts";
import { canPasteCopied, copy, cut, pasteCopied, pasteCopiedWired } from "./clipboard.ts";
import type { Point } from "../../shared/board/edits.ts";
import { isFrame } from "../../shared/board/frames.ts";
import {
  boardNow,
  connectTo,
  deleteSelection,
  disconnectEdges,
  disconnectSelection,
  duplicate,
  openAdd,
  rename,
  selectAll,
  toggleBypass,
  toggleCollapse,
  toggleMute,
} from "./commands.ts";
import { arrangeNodes } from "./arranging.ts";
import { dissolveFrames, fitFrames, frameSelection } from "./framing.ts";
import { write } from "./keys.ts";
import { AlignItems, ColorItems, Item, later, Line } from "./MenuParts.tsx";
import { togglePin } from "./pinning.ts";
import { rerouteAt } from "./rerouting.ts";
import { fitAll, focusCanvas, nodeOver, toFlow } from "./surface.ts";

/** `at` is in px of the window. */
type Target =
  | { readonly kind: "canvas"; readonly at: Point }
  | { readonly kind: "node"; readonly id: NodeId }
  | { readonly kind: "edge"; readonly id: EdgeId; readonly at: Point };

/** The menu of what is under the pointer, or of the focused node by the menu key. `createMenuTrigger` tells it which. */
export function NodeMenu({ trigger }: { readonly trigger: Ref<HTMLSpanElement> }) {
  const [target, setTarget] = useState<Target>({ kind: "canvas", at: { x: 0, y: 0 } });
  return (
    <ContextMenu.Root modal={false}>
      <ContextMenu.Trigger
        ref={trigger}
        hidden
        onContextMenu={(event) => {
          const next = targetOf(event);
          setTarget(next);
          markTarget(next);
        }}
      />
      <ContextMenu.Portal>
        <ContextMenu.Content
          collisionPadding={8}
          className="z-50 max-h-(--radix-context-menu-content-available-height) min-w-52 overflow-y-auto rounded-md border border-line-strong bg-raised p-1 shadow-(--shadow)"
          onCloseAutoFocus={(event) => {
            // What was chosen may have opened a field of its own.
            event.preventDefault();
            if (document.activeElement !== document.body) return;
            focusCanvas(target.kind === "node" ? target.id : undefined);
          }}
        >
          <Items target={target} />
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

function targetOf(event: MouseEvent): Target {
  const element = event.relatedTarget instanceof Element ? event.relatedTarget : null;
  const at = { x: event.clientX, y: event.clientY };
  const node = nodeOver(element);
  if (node !== undefined) return { kind: "node", id: node };
  const edge = element?.closest<SVGElement>(".react-flow__edge")?.dataset["id"];
  // React Flow's ids are those of the board's own edges.
  if (edge !== undefined) return { kind: "edge", id: edge as EdgeId, at };
  return { kind: "canvas", at };
}

/** The menu is about the selection: what is pressed becomes it, unless it is part of it. */
function markTarget(target: Target): void {
  const { selectedNodes, selectedEdges } = useView.getState();
  if (target.kind === "node" && !selectedNodes.has(target.id)) select([target.id]);
  if (target.kind === "edge" && !selectedEdges.has(target.id)) select([], [target.id]);
}

function Items({ target }: { readonly target: Target }) {
  switch (target.kind) {
    case "node":
      return <NodeItems id={target.id} />;
    case "edge":
      return <EdgeItems id={target.id} at={target.at} />;
    case "canvas":
      return <CanvasItems at={target.at} />;
  }
}

function NodeItems({ id }: { readonly id: NodeId }) {
  const { t } = useTranslation(["canvas", "commands"]);
  const several = useView((view) => view.selectedNodes.size > 1);
  const board = boardNow();
  const framed = board !== undefined && isFrame(board, id);
  return (
    <>
      <Item command="node.rename" run={() => later(() => rename(id))}>
        {t("menu.rename")}
      </Item>
      <Item run={() => later(() => write(id))}>{t("menu.write")}</Item>
      <Line />
      <Item command="node.connectTo" run={() => later(() => connectTo(id))}>
        {t("menu.connectTo")}
      </Item>
      <Item run={disconnectSelection}>{t("menu.disconnect")}</Item>
      <Line />
      <Item command="edit.cut" run={cut}>
        {t("menu.cut")}
      </Item>
      <Item command="edit.copy" run={copy}>
        {t("menu.copy")}
      </Item>
      <Item command="edit.duplicate" run={duplicate}>
        {t("menu.duplicate")}
      </Item>
      <Line />
      <Item command="node.bypass" run={toggleBypass}>
        {t("menu.bypass")}
      </Item>
      <Item command="node.mute" run={toggleMute}>
        {t("menu.mute")}
      </Item>
      <Item command="node.collapse" run={toggleCollapse}>
        {t("menu.collapse")}
      </Item>
      <Item command="node.pin" run={togglePin}>
        {t("commands:node.pin")}
      </Item>
      <Line />
      <Item command="node.frame" run={() => later(frameSelection)}>
        {t("commands:node.frame")}
      </Item>
      {framed && (
        <>
          <Item command="node.unframe" run={dissolveFrames}>
            {t("commands:node.unframe")}
          </Item>
          <Item command="node.fitFrame" run={fitFrames}>
            {t("commands:node.fitFrame")}
          </Item>
        </>
      )}
      {several && (
        <>
          <Item command="node.arrange" run={arrangeNodes}>
            {t("commands:node.arrange")}
          </Item>
          <AlignItems />
        </>
      )}
      <ColorItems />
      <Line />
      <Item command="edit.delete" run={() => deleteSelection()}>
        {t("menu.delete")}
      </Item>
    </>
  );
}

function EdgeItems({ id, at }: { readonly id: EdgeId; readonly at: Point }) {
  const { t } = useTranslation("canvas");
  return (
    <>
      <Item command="node.reroute" run={() => later(() => rerouteAt([{ id, at: toFlow(at) }]))}>
        {t("menu.reroute")}
      </Item>
      <Item command="edit.delete" run={() => disconnectEdges([id])}>
        {t("menu.disconnectWire")}
      </Item>
    </>
  );
}

function CanvasItems({ at }: { readonly at: Point }) {
  const { t } = useTranslation(["canvas", "commands"]);
  return (
    <>
      <Item command="node.add" run={() => later(() => openAdd(at))}>
        {t("menu.add")}
      </Item>
      <Item command="edit.paste" run={pasteCopied} disabled={!canPasteCopied()}>
        {t("menu.paste")}
      </Item>
      <Item command="edit.pasteWired" run={pasteCopiedWired} disabled={!canPasteCopied()}>
        {t("commands:edit.pasteWired")}
      </Item>
      <Line />
      <Item command="edit.selectAll" run={selectAll}>
        {t("menu.selectAll")}
      </Item>
      <Item command="view.zoomFit" run={fitAll}>
        {t("menu.fitAll")}
      </Item>
    </>
  );
}
