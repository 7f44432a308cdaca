// Writes index/document/traditional-characters.json from the dictionary of opencc-js: run after raising its version.
// Kept are pairs of one UTF-16 unit each whose traditional side is no character of simplified print (GB 2312): 乾 and 著 are words of both.
import { writeFileSync } from 'node:fs';
import characters from '../node_modules/opencc-js/dist/esm-lib/dict/TSCharacters.js';

const decoder = new TextDecoder('gb18030');
const simplifiedPrint = new Set();
for (let row = 0xb0; row <= 0xf7; row += 1) for (let cell = 0xa1; cell <= 0xfe; cell += 1) simplifiedPrint.add(decoder.decode(Uint8Array.of(row, cell)));

const pairs = characters
  .split('|')
  .map((entry) => entry.split(' '))
  .filter(([from, to]) => from.length === 1 && to?.length === 1 && from !== to && !simplifiedPrint.has(from));
const about = 'Characters of traditional print that simplified print never uses, and what they are there, one for one (OpenCC, Apache-2.0; written by scripts/traditional-characters.mjs)';
writeFileSync(
  new URL('../index/document/traditional-characters.json', import.meta.url),
  `${JSON.stringify({ about, traditional: pairs.map(([from]) => from).join(''), simplified: pairs.map(([, to]) => to).join('') }, null, 2)}\n`,
);
