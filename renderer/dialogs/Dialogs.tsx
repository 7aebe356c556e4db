import type { DialogName } from "../stores/viewStore.ts";

export function Dialogs({ dialog }: { readonly dialog: DialogName }) {
  return <div hidden>{dialog}</div>;
}
