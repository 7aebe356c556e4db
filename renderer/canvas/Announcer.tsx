import { useEffect, useState } from "react";
import { describeFocused } from "./describing.ts";
import { announceBoards, announceJobs, announceSelection, createVoice } from "./announcing.ts";

/** Says to a screen reader what changes where nobody looks, or cannot look. */
export function Announcer() {
  const [sentence, setSentence] = useState("");
  useEffect(() => {
    const voice = createVoice(setSentence);
    const stops = [announceJobs, announceBoards, announceSelection].map((begin) => begin(voice));
    document.addEventListener("focusin", describeFocused);
    return () => {
      document.removeEventListener("focusin", describeFocused);
      stops.forEach((stop) => stop());
    };
  }, []);
  return (
    <p role="log" aria-live="polite" className="sr-only top-0 left-0 contain-strict">
      {sentence}
    </p>
  );
}
