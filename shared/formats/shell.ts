/** Splits a command line into its words the way a shell does. No variable is filled in and nothing is run. */

interface Cut {
  readonly text: string;
  /** Index after what was read. */
  readonly end: number;
}

/** The words of the first command in a text for `sh`, up to its end; `\` joins lines, as does PowerShell's backtick. */
export function shellWords(text: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let i = 0;
  const take = ({ text: piece, end }: Cut): void => {
    word = (word ?? "") + piece;
    i = end;
  };
  while (i < text.length) {
    const character = text.charAt(i);
    if (/^[\\`]\r?\n/.test(text.slice(i, i + 3))) i = text.indexOf("\n", i) + 1;
    else if (character === "\\") take({ text: text.charAt(i + 1), end: i + 2 });
    else if (character === "'") take(singleQuoted(text, i + 1));
    else if (character === '"') take(doubleQuoted(text, i + 1));
    else if (text.startsWith("$'", i)) take(ansiQuoted(text, i + 2));
    else if ("\n;|&<>".includes(character)) break;
    else if (/\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
      i += 1;
    } else if (character === "#" && word === undefined) {
      const end = text.indexOf("\n", i);
      i = end === -1 ? text.length : end;
    } else take({ text: character, end: i + 1 });
  }
  return word === undefined ? words : [...words, word];
}

function singleQuoted(text: string, start: number): Cut {
  const end = text.indexOf("'", start);
  return end === -1
    ? { text: text.slice(start), end: text.length }
    : { text: text.slice(start, end), end: end + 1 };
}

function doubleQuoted(text: string, start: number): Cut {
  const pieces: string[] = [];
  let i = start;
  while (i < text.length && text[i] !== '"') {
    if (text[i] !== "\\") pieces.push(text.charAt(i++));
    else {
      const next = text.charAt(i + 1);
      if (next !== "\n") pieces.push('$`"\\'.includes(next) ? next : `\\${next}`);
      i += 2;
    }
  }
  return { text: pieces.join(""), end: i + 1 };
}

const ansiEscapes: { readonly [letter: string]: string } = {
  a: "\x07",
  b: "\b",
  e: "\x1b",
  E: "\x1b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};
const ansiCode = /\\(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|([0-7]{1,3}))/y;

/** The `$'…'` of bash, in which browsers copy a body that has line breaks or quotes. */
function ansiQuoted(text: string, start: number): Cut {
  const pieces: string[] = [];
  let i = start;
  while (i < text.length && text[i] !== "'") {
    if (text[i] !== "\\") {
      pieces.push(text.charAt(i++));
      continue;
    }
    ansiCode.lastIndex = i;
    const code = ansiCode.exec(text);
    const [, byte, short, long, octal] = code ?? [];
    const hex = byte ?? short ?? long;
    if (code) {
      const point = hex === undefined ? Number.parseInt(octal ?? "0", 8) : Number.parseInt(hex, 16);
      pieces.push(point > 0x10ffff ? "\uFFFD" : String.fromCodePoint(point));
      i += code[0].length;
    } else {
      const letter = text.charAt(i + 1);
      pieces.push(ansiEscapes[letter] ?? letter);
      i += 2;
    }
  }
  return { text: pieces.join(""), end: i + 1 };
}

/** The words of a command for the Windows prompt, in which `^` joins lines and takes a character as it is. */
export function windowsWords(text: string): string[] {
  // Browsers write `^` before every special character, quotes included; people write it only at the ends of lines.
  const isCopied = text.includes('^"');
  const bare = isCopied
    ? text.replace(/\^\r?\n/g, "").replace(/\^([\s\S])/g, "$1")
    : text.replace(/\^\r?\n/g, " ");
  const words: string[] = [];
  let word: string | undefined;
  let quoted = false;
  let i = 0;
  while (i < bare.length) {
    const character = bare.charAt(i);
    const slashes = isCopied ? 0 : slashesBeforeQuote(bare, i);
    if (isCopied && /^\\["\\]/.test(bare.slice(i, i + 2))) {
      // Browsers double every backslash, although curl for Windows takes one as it is unless a quote follows.
      word = (word ?? "") + bare.charAt(i + 1);
      i += 2;
    } else if (slashes > 0) {
      word = (word ?? "") + "\\".repeat(Math.floor(slashes / 2)) + (slashes % 2 === 1 ? '"' : "");
      i += slashes + (slashes % 2);
    } else if (character === '"') {
      word ??= "";
      if (quoted && bare[i + 1] === '"') {
        word += '"';
        i += 1;
      } else quoted = !quoted;
      i += 1;
    } else if (!quoted && /\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
      i += 1;
    } else {
      word = (word ?? "") + character;
      i += 1;
    }
  }
  return word === undefined ? words : [...words, word];
}

/** How many backslashes stand at `start` when a quote comes right after them, else 0. */
function slashesBeforeQuote(text: string, start: number): number {
  let end = start;
  while (text[end] === "\\") end += 1;
  return text[end] === '"' ? end - start : 0;
}
