import fc from "fast-check";

/** What is tried at random is the same at every run; another number in SEED tries other boards, orders and faults. */
fc.configureGlobal({ seed: Number(process.env["SEED"] ?? 1) });
