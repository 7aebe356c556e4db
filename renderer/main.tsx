import "./zodJitless.ts";
import "./ui/styles.css";
import { createRoot } from "react-dom/client";
import { App } from "./app/App.tsx";
import { begin } from "./app/begin.ts";
import { BeginFailure } from "./app/BeginFailure.tsx";

const element = document.querySelector("#root");
if (element === null) throw new Error("index.html has no #root");
const root = createRoot(element);

try {
  await begin();
  root.render(<App />);
} catch (error) {
  root.render(<BeginFailure error={error} />);
}
