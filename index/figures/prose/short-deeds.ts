import { signals } from './lexicon.js';

/** 办60场, 到场171人: deeds of one word that are listed, which end what stands before the number. */
export function isShortDeed(text: string): boolean {
  const deed = signals.shortDeeds.at(text, 0);
  return deed !== null && (deed.length === text.length || signals.shortDeedTails.has(text.slice(deed.length)));
}

/** 推, 发了 of 比上年多推62篇: whatever one word stands between 多 and its number, unless it only leads to the number (多约, 多了). */
export function isBareDeed(text: string): boolean {
  return BARE_DEED.test(text) && signals.changeTails.at(text, 0) === null;
}

const BARE_DEED = /^\p{Script=Han}了?$/u;
