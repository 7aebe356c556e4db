import { Component, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useConnection } from "../stores/connectionStore.ts";
import { Button } from "../ui/Button.tsx";
import { ConnectionBar } from "./ConnectionBar.tsx";
import { reloadPage } from "./reloadPage.ts";

interface Props {
  readonly children: ReactNode;
}

/**
 * Shown instead of the window when a part of it throws while it is drawn; React would leave nothing. What goes on outside
 * of drawing does so: drafts are kept, and jobs are heard.
 */
export class DrawingFailure extends Component<Props> {
  override readonly state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Words /> : this.props.children;
  }
}

function Words() {
  const { t } = useTranslation("errors");
  const isLost = useConnection(({ state }) => state === "lost");
  return (
    <main className="grid h-full place-content-center justify-items-center gap-3 p-8 text-center">
      <h1 className="text-lg font-semibold">{t("notDrawn.title")}</h1>
      <p role="alert" className="max-w-md text-ink-soft">
        {t("notDrawn.about")}
      </p>
      <Button look="accent" disabled={isLost} onClick={() => void reloadPage()}>
        {t("reload")}
      </Button>
      <ConnectionBar />
    </main>
  );
}
