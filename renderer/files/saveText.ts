import { call } from "../bridge/call.ts";
import { fileNameFor } from "./fileName.ts";

/**
 * Puts a text into a file: where the user says, or where the browser puts downloads when the window is a page in one.
 *
 * @param name without the extension.
 * @returns The file's path when the program has written it; undefined when the user gave up or the browser has it.
 * @throws CallFailure `fileNotWritten`.
 */
export async function saveText(
  name: string,
  format: "csv",
  text: string,
): Promise<string | undefined> {
  const suggestedName = fileNameFor(name);
  const answer = await call("files.save", { suggestedName, format, text });
  if (answer.outcome === "download") download(`${suggestedName}.${format}`, text);
  return answer.outcome === "saved" ? answer.path : undefined;
}

function download(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  link.click();
  // Not before the browser has taken it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
