/** Tokens and whose they are, and what each owner was given to spend. */
export type Accounts = {
  readonly ownerOf: (token: string | undefined) => string | undefined;
  readonly allow: (token: string, owner: string) => void;
  readonly revoke: (token: string) => void;
  /** Microdollars given to an owner in all, before anything was spent. */
  readonly granted: (owner: string) => number;
  readonly grant: (owner: string, microdollars: number) => void;
};

export const createAccounts = (startUsd: number): Accounts => {
  const owners = new Map<string, string>();
  const grants = new Map<string, number>();
  const granted = (owner: string): number => grants.get(owner) ?? Math.round(startUsd * 1e6);
  return {
    ownerOf: (token) => (token === undefined ? undefined : owners.get(token)),
    allow: (token, owner) => void owners.set(token, owner),
    revoke: (token) => void owners.delete(token),
    granted,
    grant: (owner, microdollars) => void grants.set(owner, granted(owner) + microdollars),
  };
};
