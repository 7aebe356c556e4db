import { flush } from "../files/drafts.ts";

/** Loads the page anew, once what is in no file yet is kept. */
export async function reloadPage(): Promise<void> {
  await flush();
  location.reload();
}
