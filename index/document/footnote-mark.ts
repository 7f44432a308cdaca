/** Signs that send the reader to a note. They stand behind what the note is about: 12①, 12*, 12¹, 12[1], 12（注1）. */
const MARKS = /(?:[①-⑳⁰¹²³⁴-⁹*＊※†‡]|[[［〔][注\d⁰¹²³⁴-⁹①-⑳]{1,3}[\]］〕]|[（(]注\s?[\d①-⑩一二三四五六七八九十]{0,2}[）)])+$/;
/** No cell that is a number with its mark is longer. */
const LONGEST = 40;

/** Where the marks at the end of a cell's text begin; its length where it has none or is nothing else. */
export function marksFrom(text: string): number {
  if (text.length > LONGEST) return text.length;
  const at = text.search(MARKS);
  return at <= 0 ? text.length : at;
}
