import { labelCues } from '../language/label-cues.js';
import type { Candidate } from './candidates.js';
import type { Counted } from './counted-object.js';
import { isDone } from './deeds.js';
import { isLevel } from './level-words.js';
import { DISTINGUISHING, means } from './strength.js';
import type { Facet } from './facets.js';
import type { Term } from './terms.js';

/**
 * 涉及停车、噪声、违建三类的工单: what is counted of all of them is not said of one. 通过门户网站、微信公开606条，其中门户网站469条: a part that
 * names one of them itself is of that one.
 */
export function namesOnlySome({ terms, text, isVerb }: Counted, { own, enumerations, enumerationsAbove }: Candidate['facets']): boolean {
  // 停车等三类: the first of a list stands for all of it.
  const said = terms.filter((term) => (term.weight >= DISTINGUISHING || (term.weight > 0 && !isDone(term.concept))) && !labelCues().andOthers.some((word) => text.startsWith(word, term.end)));
  // 县图书馆 of 县档案馆、图书馆: whose it is names none of them.
  const telling = said.every(isLevel) ? said : said.filter((term) => !isLevel(term));
  // 主动公开公告公示、部门动态85条: what the label says besides is said of all of them.
  // 主动公开目录和专栏共188条: so is the deed before the first thing.
  const led = (items: readonly (readonly Facet[])[]): readonly (readonly Facet[])[] => items.map((item, i) => (i === 0 ? behindDeed(item) : item));
  const isOneOf = (items: readonly (readonly Facet[])[], facet: Facet): boolean => led(items).some((item) => item.some((other) => repeats(other, facet)));
  // 国家级|媒体 is another than the 新闻媒体 of the list, which only ends like it.
  const isItsOwn = (items: readonly (readonly Facet[])[], facet: Facet, before: Facet | undefined): boolean => before !== undefined && before.weight >= DISTINGUISHING && before.text !== '' && !isOneOf(items, before) && !items.some((item) => item.some(({ text }) => text === facet.text));
  const beside = (items: readonly (readonly Facet[])[]): Facet[] => own.filter((facet, i) => facet.text !== '' && facet.listedIn === undefined && (!isOneOf(items, facet) || isItsOwn(items, facet, own[i - 1])));
  const unsaid = (by: readonly Facet[]): Term[] => telling.filter((term) => !by.some((facet) => means(term, facet) && !isInside(facet, term)));
  return enumerations.some((items) => namesSomeOf(unsaid(beside(items)), items, isVerb)) || enumerationsAbove.some((items) => namesSomeOf(unsaid(own), items, isVerb));
}

/** 来电来信来访: letters are not all of them. */
export function namesOneRunTogether({ terms }: Pick<Counted, 'terms'>, { joined = [] }: Candidate['facets']): boolean {
  const telling = terms.filter((term) => term.weight >= DISTINGUISHING);
  const named = joined.map((thing) => thing.some((facet) => telling.some((term) => means(term, facet))));
  return named.includes(true) && named.includes(false);
}

/** 累计公开|概况信息: what follows the deed with which a list begins. */
function behindDeed(item: readonly Facet[]): readonly Facet[] {
  const deed = item.findIndex(({ concepts }) => isDone(concepts[0] ?? null));
  return deed >= 0 && item.slice(0, deed).every(({ weight }) => weight < DISTINGUISHING) ? item.slice(deed + 1) : item;
}

/** A thing of the list itself, or one that ends like it; 主动公开信息 is the deed of 公开信息 again, and no thing. */
function repeats(item: Facet, own: Facet): boolean {
  return item.text === own.text || (item.text !== '' && item.text.endsWith(own.text) && !(own.concepts.some(isDone) && item.concepts.includes(own.concepts[0]!)));
}

/** 公开 does not say 公开栏: the lexicon knows the two apart, whatever characters they share. */
function isInside({ concepts, text }: Facet, term: Term): boolean {
  return term.concept !== null && concepts.length > 0 && text.length < term.text.length && term.text.includes(text) && !concepts.includes(term.concept);
}

/** 公开 is no item of 手机台、信息公开栏: there the deed only stands in what another thing is called. */
function isDeedInName({ concept, text: deed }: Term, { concepts, text }: Facet): boolean {
  return isDone(concept) && concepts.length > 0 && text.length > deed.length && text.includes(deed) && !concepts.some((other) => other === concept || isDone(other));
}

function namesSomeOf(telling: readonly Term[], items: readonly (readonly Facet[])[], isVerb: (word: string) => boolean = () => false): boolean {
  if (items.some(isClause)) return false;
  const shared = (facet: Facet): boolean => items.every((item) => item.some((other) => other.text === facet.text));
  const isName = (facet: Facet): boolean => !shared(facet) && !COUNT.test(facet.text);
  // 公报及其他渠道公开: the deed behind the last thing is no thing.
  const isDeedBehind = (facet: Facet, k: number, at: number): boolean => at === items.length - 1 && k > 0 && isDone(facet.concepts[0] ?? null);
  const weighty = withoutFrame(items.map((item, at) => item.filter((facet, k) => facet.weight >= DISTINGUISHING && isName(facet) && !isDeedBehind(facet, k, at))), isVerb);
  // 简讯、动态: a thing of a common name is one of them all the same, where nothing weightier names it.
  const things = weighty.map((item, i) => (item.length > 0 ? item : items[i]!.filter((facet) => facet.weight > 0 && isName(facet) && !facet.concepts.some(isDone)))).filter((item, i) => item.length > 0 || items[i]!.length === 0);
  // An item of no words is what 等 leaves unsaid.
  // 错链 asked of 错链、断链: the word itself comes before another for the same.
  const printed = (term: Term): boolean => things.some((item) => item.some(({ text }) => text === term.text));
  const named = things.map((item) => item.some((facet) => telling.some((term) => (printed(term) ? facet.text === term.text : means(term, facet) && !isDeedInName(term, facet)))));
  return named.includes(true) && named.includes(false);
}

/** What stands before the first thing or behind the last (村级代办点为|高龄、残疾, 骑马、骑车|送证上门) is said of all of them where it is much longer than they are. */
function withoutFrame(all: readonly (readonly Facet[])[], isVerb: (word: string) => boolean): (readonly Facet[])[] {
  // 医保和养老保险代缴: what was done stands behind all of them.
  const items = all.map((item, i) => (i < all.length - 1 ? item : item.filter((facet, k) => k === 0 || facet.text === '' || !isVerb(facet.text))));
  const longer = (at: number): boolean => all[at]!.length >= FRAMED + Math.max(...all.filter((_, i) => i !== at).map((item) => item.length));
  return items.map((item, i) => (items.length < 2 || !longer(i) ? item : i === 0 ? item.slice(-1) : i === items.length - 1 ? item.slice(0, 1) : item));
}

/** 网站发布信息586条, 视频号推送短视频143条: a clause that tells a number of its own is no thing of a list. */
function isClause(item: readonly Facet[]): boolean {
  const deed = item.findIndex(({ concepts, weight }) => weight > 0 && concepts.some((concept) => labelCues().publishing.includes(concept)));
  return deed > 0 && item.some(({ text }, i) => i > deed && COUNT.test(text));
}

/** 10个: how many there are of a thing is no thing. */
const COUNT = /^\d/;
/** Telling words that the first or last thing has more than any other when its frame is read with it. */
const FRAMED = 2;
