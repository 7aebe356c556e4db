import "./zodJitless.ts";
import "./ui/styles.css";
import { createRoot } from "react-dom/client";
import { App } from "./app/App.tsx";
import { begin } from "./app/begin.ts";
import { BeginFailure } from "./app/BeginFailure.tsx";
import { DrawingFailure } from "./app/DrawingFailure.tsx";
import { InWords } from "./locales/useWords.ts";

const element = document.querySelector("#root");
if (element === null) throw new Error("index.html has no #root");
const root = createRoot(element);

// Not awaited: what `begin` loads on its way may import from this very script, and would wait for it.
void begin().then(
  () =>
    root.render(
      <InWords>
        <DrawingFailure>
          <App />
        </DrawingFailure>
      </InWords>,
    ),
  (error: unknown) => root.render(<BeginFailure error={error} />),
);
