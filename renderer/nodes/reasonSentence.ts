import i18next from "i18next";
import type { Job, Reason } from "../../shared/jobs/job.ts";

/** Why a job ended, or what it is struggling with; undefined when all is well. */
export function reasonOf({ status, trouble }: Pick<Job, "status" | "trouble">): Reason | undefined {
  if (status.state === "failed" || status.state === "unknown") return status.reason;
  return trouble ?? undefined;
}

/** Our sentence for the code, then the service's own words as they are. */
export function reasonSentence({ code, words, values }: Reason): string {
  const known: unknown =
    i18next.getResource(i18next.language, "jobs", `reasons.${code}`) ??
    i18next.getResource("en", "jobs", `reasons.${code}`);
  const sentence =
    typeof known === "string"
      ? i18next.services.interpolator.interpolate(known, { ...values }, i18next.language, {})
      : code;
  return words === undefined || words === "" ? sentence : `${sentence} “${words}”`;
}
