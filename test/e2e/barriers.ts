import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

interface Sight {
  /** Words for the report. */
  readonly view: string;
  /** What has come since the last look: the rest was looked at already. */
  readonly within?: string;
  /** A theme changes colours and nothing else. */
  readonly onlyColors?: boolean;
}

/** What axe finds that shuts somebody out: the rule, and where. */
export async function barriers(
  page: Page,
  { view, within, onlyColors }: Sight,
): Promise<readonly string[]> {
  // In the page itself, for nothing of it is a frame of another origin: a second page for the answer costs more than the look.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  if (within !== undefined) axe.include(within);
  if (onlyColors === true) axe.withRules(["color-contrast"]);
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary = "" }) =>
        [view, id, target.join(" "), failureSummary.split("\n")[1]?.trim() ?? ""].join(" · "),
      ),
    );
}
