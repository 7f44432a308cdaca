// Reports for measuring: variants of real ones, with other organisations, years and figures. Deterministic.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Texts to vary: the shared seed, else the bundled samples. */
export function originals() {
  for (const folder of [join(root, '..', 'shared', 'seeds'), join(root, 'samples')]) {
    if (!existsSync(folder)) continue;
    const files = readdirSync(folder).filter((name) => name.endsWith('.txt') && (folder.endsWith('seeds') || name.startsWith('menglai'))).sort();
    if (files.length > 0) return files.map((name) => readFileSync(join(folder, name), 'utf8'));
  }
  throw new Error('no reports to measure with: neither ../shared/seeds nor samples holds a .txt file');
}

const SURNAMES = '云山水田金石安平和乐东西南北长永广大新清';
/** Years of an organisation's reports, newest first, when more than one is asked for. */
const NEWEST = 2024;

/**
 * `count` files `{ name, path, bytes() }`, made when they are read, so that they weigh on nobody's memory.
 * Each `years` of them are one organisation's, of different years; every one has other figures in the prose. With several years all
 * organisations lie in one county: a total over 各乡镇 of several is asked back, not answered.
 */
export function variants(count, years = 1) {
  const texts = originals();
  return Array.from({ length: count }, (_, n) => ({ name: `${n}.txt`, path: `bench/${n}.txt`, bytes: () => Buffer.from(variant(texts[n % texts.length], n, years), 'utf8') }));
}

function variant(text, n, years) {
  let state = 42 + n * 7919;
  const random = (below) => (state = (state * 1103515245 + 12345) % 2147483648) % below;
  const organisation = Math.floor(n / years);
  const pick = (i) => SURNAMES[Math.floor(organisation / 20 ** i) % 20];
  const moved = years === 1 ? text : inYear(text, NEWEST - (n % years));
  return moved
    .replaceAll('沧源佤族自治县', years === 1 ? `${pick(2)}${pick(1)}县` : '云云县')
    .replaceAll('勐来乡', `${pick(0)}${pick(1)}${pick(2)}乡`)
    .replace(/(?<![\d.])\d{3,4}(?=\s*件)/g, () => String(100 + random(9000)))
    .replace(/\t0(?=\t)/g, () => (random(20) === 0 ? `\t${random(30)}` : '\t0'));
}

/** All years of the text moved by as much as its own year has to. */
function inYear(text, year) {
  const own = Number(/20\d\d(?=\s*年)/.exec(text)?.[0]);
  return text.replace(/20\d\d(?=\s*年)/g, (one) => String(Number(one) + year - own));
}
