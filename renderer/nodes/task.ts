/**
 * The text with a task of its lists done, or to be done again.
 *
 * @param at Where the item begins. Without a box from there on, the text stays as it is.
 */
export function tickTask(text: string, at: number): string {
  const box = /\[([ xX])\]/g;
  box.lastIndex = at;
  const found = box.exec(text);
  if (found === null) return text;
  const mark = found[1] === " " ? "x" : " ";
  return `${text.slice(0, found.index)}[${mark}]${text.slice(box.lastIndex)}`;
}
