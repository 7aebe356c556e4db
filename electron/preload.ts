import { contextBridge, ipcRenderer, type IpcRendererEvent } from "electron";
import type { Bridge } from "../shared/ipc/contract.ts";

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke("call", name, input),
  subscribe: (listener, onOpen) => {
    const receive = (_event: IpcRendererEvent, appEvent: unknown): void => listener(appEvent);
    ipcRenderer.on("event", receive);
    ipcRenderer.send("listening");
    // What is asked from now on is heard after this.
    onOpen();
    return () => void ipcRenderer.off("event", receive);
  },
};

contextBridge.exposeInMainWorld("shotgraph", bridge);
