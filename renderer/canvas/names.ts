import i18next from "i18next";
import { isNode } from "../../shared/nodes/registry.ts";
import { kindName, nodeName, typeName } from "../nodes/words.ts";
import type { Names } from "./flowOf.ts";

/** The names of nodes and edges in the language that is spoken now. Made anew when the language changes. */
export const makeNames = (): Names => ({
  roles: {
    node: { "aria-roledescription": i18next.t("canvas:roles.node") },
    edge: { "aria-roledescription": i18next.t("canvas:roles.wire") },
  },
  node: nodeName,
  label: (node, name, { kind, pinned }) => {
    const parts = [name];
    if (node.title !== undefined && node.type !== "shot") parts.push(typeName(node.type));
    if (isNode(node, "element") && node.params.name !== "") parts.push(`@${node.params.name}`);
    if (kind !== undefined) parts.push(kindName(kind));
    const seconds = node.type === "shot" ? node.params["seconds"] : undefined;
    if (typeof seconds === "number") parts.push(i18next.t("canvas:seconds", { count: seconds }));
    if (node.mode !== undefined) parts.push(i18next.t(`canvas:mode.${node.mode}`));
    if (pinned) parts.push(i18next.t("canvas:pinned"));
    return parts.join(", ");
  },
  edge: (from, to, kind) =>
    i18next.t("canvas:wire", { from, to, kind: kind === undefined ? "" : kindName(kind) }),
});
