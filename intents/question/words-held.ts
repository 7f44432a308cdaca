/** Words by their first characters: which of them a label holds takes as long as the label, however many they are. */
type ByStart = ReadonlyMap<number, readonly string[]>;

const tables = new WeakMap<readonly string[], ByStart>();

/** Those of `words` that stand somewhere in `text`, some of them perhaps twice. A list of words is put in order once. */
export function wordsHeld(words: readonly string[], text: string): readonly string[] {
  if (words.length === 0) return words;
  const table = tableOf(words);
  let held: string[] | null = null;
  for (let at = 0; at < text.length; at += 1) {
    const beginning = table.get(text.charCodeAt(at));
    if (beginning === undefined) continue;
    for (const word of beginning) if (text.startsWith(word, at)) (held ??= []).push(word);
  }
  return held ?? NONE;
}

const NONE: readonly string[] = [];

function tableOf(words: readonly string[]): ByStart {
  const known = tables.get(words);
  if (known !== undefined) return known;
  const table = new Map<number, string[]>();
  for (const word of words) {
    const start = word.charCodeAt(0);
    const beginning = table.get(start);
    if (beginning === undefined) table.set(start, [word]);
    else beginning.push(word);
  }
  tables.set(words, table);
  return table;
}
