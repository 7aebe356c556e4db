import { FuseState, FuseV1Options, getCurrentFuseWire } from "@electron/fuses";

/**
 * What each fuse of the packaged program must be, and why.
 *
 * @type {Record<string, { fuse: FuseV1Options, isOn: boolean }>}
 */
const expected = {
  "it is no Node that runs other people's scripts": { fuse: FuseV1Options.RunAsNode, isOn: false },
  "cookies are encrypted on disk": { fuse: FuseV1Options.EnableCookieEncryption, isOn: true },
  "NODE_OPTIONS loads nothing into it": {
    fuse: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    isOn: false,
  },
  "no debugger attaches by a flag": {
    fuse: FuseV1Options.EnableNodeCliInspectArguments,
    isOn: false,
  },
  "a changed archive does not start": {
    fuse: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    isOn: true,
  },
  "it starts from its archive only": { fuse: FuseV1Options.OnlyLoadAppFromAsar, isOn: true },
  "file: pages have no more rights than in a browser": {
    fuse: FuseV1Options.GrantFileProtocolExtraPrivileges,
    isOn: false,
  },
};

/**
 * The fuses that are not as they must be, each named by what does not hold.
 *
 * @param {string} program Path of the packaged program (on macOS, of the `.app`).
 * @returns {Promise<string[]>}
 * @throws {Error} When the file has no fuses: it is no Electron.
 */
export async function wrongFuses(program) {
  const wire = await getCurrentFuseWire(program);
  return Object.entries(expected)
    .filter(([, { fuse, isOn }]) => wire[fuse] !== (isOn ? FuseState.ENABLE : FuseState.DISABLE))
    .map(([promise]) => promise);
}

if (process.argv[1] === import.meta.filename) {
  const [program] = process.argv.slice(2);
  if (!program) {
    console.error("node build/checkFuses.mjs PROGRAM");
    process.exit(2);
  }
  const wrong = await wrongFuses(program);
  for (const promise of wrong) console.error(`This does not hold: ${promise}.`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
}
