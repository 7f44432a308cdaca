// Texts side by side in a terminal, where a Chinese character takes two columns.

/** How many columns a character takes. */
function widthOf(character) {
  if (/\p{M}/u.test(character)) return 0;
  return /[\p{sc=Han}\u3000-\u303f\uff01-\uff60\u2e80-\u2fff]/u.test(character) ? 2 : 1;
}

const widthOfText = (text) => [...text].reduce((sum, character) => sum + widthOf(character), 0);

/** Cuts a text into lines of at most `width` columns, no number or word in two unless it is longer than a line; its own line ends stay. */
export function wrapped(text, width) {
  return text.split('\n').flatMap((line) => {
    const rows = [''];
    for (const word of line.match(/[\w.,%-]+|./gu) ?? []) {
      const pieces = widthOfText(word) > width ? [...word] : [word];
      for (const piece of pieces) {
        if (widthOfText(rows.at(-1) + piece) > width) rows.push('');
        rows[rows.length - 1] += piece;
      }
    }
    return rows;
  });
}

/** Fills a line with blanks up to `width` columns. */
function filled(line, width) {
  return line + ' '.repeat(Math.max(0, width - widthOfText(line)));
}

/** Columns with a head each, beside each other within `total` columns. */
export function sideBySide(columns, total) {
  const gap = ' │ ';
  const width = Math.floor((total - gap.length * (columns.length - 1)) / columns.length);
  const bodies = columns.map(({ text }) => wrapped(text, width));
  const rows = Math.max(...bodies.map((lines) => lines.length));
  const row = (cells) => cells.map((cell) => filled(cell, width)).join(gap);
  return [row(columns.map(({ head }) => head)), row(columns.map(() => '─'.repeat(width))), ...Array.from({ length: rows }, (_, i) => row(bodies.map((lines) => lines[i] ?? '')))].join('\n');
}
