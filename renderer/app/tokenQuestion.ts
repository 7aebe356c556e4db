import type { Job } from "../../shared/jobs/job.ts";

/** Asks for a new token when the service has refused the old one: once, however many jobs wait for it. */
export interface TokenQuestion {
  readonly hear: (job: Job) => void;
  /** The token has changed: should this one be refused, too, it is asked for again. */
  readonly answered: () => void;
}

export function createTokenQuestion(ask: () => void): TokenQuestion {
  let isAsked = false;
  return {
    hear: (job) => {
      if (isAsked || !wantsToken(job)) return;
      isAsked = true;
      ask();
    },
    answered: () => {
      isAsked = false;
    },
  };
}

/** Whether nothing but a new token sets a job going. */
export const wantsToken = ({ trouble }: Job): boolean =>
  trouble !== null &&
  trouble.nextTryAt === null &&
  (trouble.code === "tokenRefused" || trouble.code === "tokenMissing");
