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

/** `count` files `{ name, path, bytes() }`; every one another organisation of its own name, with other figures in the prose. */
export function variants(count) {
  const texts = originals();
  let state = 42;
  const random = (below) => (state = (state * 1103515245 + 12345) % 2147483648) % below;
  return Array.from({ length: count }, (_, n) => {
    const pick = (i) => SURNAMES[Math.floor(n / 20 ** i) % 20];
    const text = texts[n % texts.length]
      .replaceAll('沧源佤族自治县', `${pick(2)}${pick(1)}县`)
      .replaceAll('勐来乡', `${pick(0)}${pick(1)}${pick(2)}乡`)
      .replace(/(?<![\d.])\d{3,4}(?=\s*件)/g, () => String(100 + random(9000)))
      .replace(/\t0(?=\t)/g, () => (random(20) === 0 ? `\t${random(30)}` : '\t0'));
    const bytes = Buffer.from(text, 'utf8');
    return { name: `${n}.txt`, path: `bench/${n}.txt`, bytes: () => bytes };
  });
}
