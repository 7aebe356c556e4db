import { look } from "../stores/viewStore.ts";

/** Whatever was to be closed after a question stays open with it. */
export const closeDialog = (): void => look({ dialog: null, closing: null });
