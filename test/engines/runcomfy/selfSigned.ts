import { generateKeyPairSync, sign } from "node:crypto";

/** A certificate that nobody has signed but itself, made anew so that no private key lies among the sources. */
export function selfSigned(): { readonly key: string; readonly cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const name = sequence(set(sequence(oid(0x55, 0x04, 0x03), value(0x0c, Buffer.from("nobody")))));
  const validity = sequence(time("250101000000Z"), time("490101000000Z"));
  const spki = publicKey.export({ type: "spki", format: "der" });
  const version = value(0xa0, integer(2));
  const body = sequence(version, integer(1), ed25519, name, validity, name, spki);
  const signature = value(0x03, Buffer.from([0]), sign(null, body, privateKey));
  const base64 = sequence(body, ed25519, signature).toString("base64");
  return {
    key: String(privateKey.export({ type: "pkcs8", format: "pem" })),
    cert: `-----BEGIN CERTIFICATE-----\n${base64.replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`,
  };
}

/** DER: a tag, a length and what is in it. */
function value(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: readonly Buffer[]): Buffer => value(0x30, ...parts);
const set = (part: Buffer): Buffer => value(0x31, part);
const integer = (number: number): Buffer => value(0x02, Buffer.from([number]));
const oid = (...bytes: readonly number[]): Buffer => value(0x06, Buffer.from(bytes));
const time = (text: string): Buffer => value(0x17, Buffer.from(text));
const ed25519 = sequence(oid(0x2b, 0x65, 0x70));
