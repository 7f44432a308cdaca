// Drawing without a generator that has a state: what is drawn depends on the seed and the thing itself, not on what stands before it.

/** 32 bits of FNV-1a over UTF-16 units, mixed so that each bit depends on all. */
export function hashOf(text) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** At most `most` of `list`, drawn by `seed`; `textOf` tells things apart. */
export function drawn(list, most, seed, textOf = String) {
  return list
    .map((item) => ({ item, at: hashOf(`${seed} ${textOf(item)}`) }))
    .sort((a, b) => a.at - b.at)
    .slice(0, most)
    .map(({ item }) => item);
}

/** One of `list`. */
export function oneOf(list, seed) {
  return list[hashOf(String(seed)) % list.length];
}
