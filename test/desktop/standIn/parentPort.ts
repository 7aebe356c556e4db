/** What Electron gives to a script in one of its utility processes. */
const parentPort = {
  on: (event: string, hear: (event: { readonly data: unknown }) => void): void => {
    if (event !== "message") throw new Error(`Nobody has thought about the event ${event}`);
    process.on("message", (data) => hear({ data }));
  },
  postMessage: (message: unknown): void => {
    if (process.send === undefined) throw new Error("Nobody has started this process");
    process.send(message);
  },
};
Object.defineProperty(process, "parentPort", { value: parentPort });
// Electron ends its processes with the app.
process.on("disconnect", () => process.exit());
