import { signals, words } from './lexicon.js';

/** 办60场, 到场171人: deeds of one word that are listed, which end what stands before the number. */
export function isShortDeed(text: string): boolean {
  const deed = signals.shortDeeds.at(text, 0);
  return deed !== null && (deed.length === text.length || signals.shortDeedTails.has(text.slice(deed.length)));
}

/** 推, 发了 of 比上年多推62篇: whatever one word stands between 多 and its number, unless it only leads to the number (多约, 多了). */
export function isBareDeed(text: string): boolean {
  const [deed, aspect, ...more] = text;
  return deed !== undefined && HAN.test(deed) && more.length === 0 && (aspect === undefined || words.aspect.has(aspect)) && signals.changeTails.at(text, 0) === null;
}

/** 设 of 大厅设窗口8个: what a place has, behind the place; null where another word begins. `from`: where the place's words begin. */
export function placeDeedAt(text: string, at: number, from: number, to: number): string | null {
  const deed = signals.placeDeeds.at(text, at, to);
  if (deed === null || at + deed.length >= to || signals.placeDeedsNot.at(text, at + deed.length) !== null) return null;
  return words.actors.before(text, at, from) === null || words.verbs.at(text, at, to) !== null || words.keep.at(text, at, to) !== null ? null : deed;
}

const HAN = /\p{Script=Han}/u;
