import { fileURLToPath } from "node:url";
import { utilityProcess } from "electron";
import { carry, type StartApart, withoutToken } from "./media/apart.ts";

/** In a process of Electron's: the app's own binary is closed to plain Node scripts. */
export const inUtilityProcess =
  <Order extends object, Message, Word extends object = never>(
    script: URL,
  ): StartApart<Order, Message, Word> =>
  (order, watch) => {
    const child = utilityProcess.fork(fileURLToPath(script), [], {
      env: withoutToken(),
      serviceName: "Shotgraph media",
      stdio: "inherit",
    });
    return carry(
      {
        send: (data) => child.postMessage(data, []),
        kill: () => void child.kill(),
        hear: (onData, onExit) => {
          child.on("message", onData);
          child.on("exit", onExit);
        },
      },
      order,
      watch,
    );
  };
