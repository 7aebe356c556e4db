import { useTranslation } from "react-i18next";
import { activeTab, useBoards } from "../stores/boardStore.ts";

/** What a button that changes the board is given: on one that is only looked at it is shut, and says why. */
export function useShut(): { readonly disabled?: true; readonly title?: string } {
  const { t } = useTranslation("canvas");
  const readOnly = useBoards((state) => activeTab(state)?.readOnly === true);
  return readOnly ? { disabled: true, title: t("refused.readOnly") } : {};
}
