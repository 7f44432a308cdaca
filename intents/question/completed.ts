import { lexicon } from '../../index/mod.js';
import { wholeQuestions, type Frame } from '../language/whole-questions.js';
import { amongAsked, type AmongKind } from './among.js';
import { bare, filled, joinedWords, scoped, withScope, type Pieces } from './composed.js';
import { followUpWords } from './follow-up-words.js';
import { asksHowManyFound, figureOf, figureTerms, groupOf, leans, NAMES, namesSaid, saidIn, saysOnlyScope, yearsSaid, type Said } from './follow-up-said.js';
import { asksForTotal, asksOver, asksWhichYear, namesAFigure, recentYears, topAsked } from './many-asked.js';
import { whichOfNamed } from './place-asked.js';
import { asks, type Question } from './read.js';

const APART: readonly AmongKind[] = ['difference', 'more', 'less'];

/** True where the turn of that intent was over many reports. */
export function isOverMany(intent: string | undefined): boolean {
  return intent !== undefined && (MANY.includes(intent) || AMONG_MANY.includes(intent));
}

/** The complete questions that a follow-up may stand for, likeliest first. */
export interface Completed {
  readonly questions: readonly string[];
  /** True when nothing else can be meant: what none of them answers is refused, not tried as typed. */
  readonly only: boolean;
}

/** How the question before was answered: over many reports, over the years of one organisation, several named side by side, one figure against the year before, one figure, or something else. */
type Before = 'many' | 'years' | 'named' | 'change' | 'figure' | 'other';

const MANY: readonly string[] = ['rank', 'total', 'county-table'];
/** Answers about one or some of many: 第一是谁, 乡镇一共多少 after them is asked over the many. */
const AMONG_MANY: readonly string[] = ['share-of-all', 'own-place', 'which-reports'];
const SIDE_BY_SIDE: readonly string[] = ['compare', 'derive'];
const FIGURE: readonly string[] = ['figure-lookup', 'derive', 'part-figures', 'its-total', 'among-shown'];
/** What a follow-up that asks for one of these is after is not the figure of the question before. */
const OTHER_WAYS = ['source', 'help', 'reports', 'why', 'how', 'when', 'summary', 'share', 'ratio', 'difference', 'change'] as const;

/**
 * 「最少的呢」「2020年呢」「柳河乡呢」 after a question over many reports, and 「历年呢」「全县呢」 after one about a figure, as the whole questions they
 * stand for: what they do not replace is the question's before. Null when the question needs nothing from it or leans on it in another way.
 */
export function completedFrom(now: Question, asked: Question, intent: string, { shown = [], county = null, winner = null, totalBefore = null }: Around = {}): Completed | null {
  // What a share is of is the figure; that it is a share is not asked of the others.
  const before = intent === 'share-of-all' ? { ...asked, terms: asked.terms.filter(({ concept }) => concept !== 'share') } : asked;
  const alone = withoutRepeated(saidIn(now), now, before, intent);
  const kind = kindOf(before, intent, alone);
  const said = kind === 'many' && alone.group === null ? { ...alone, group: alone.bareGroup } : alone;
  if (standsAlone(now) || now.section !== null) return null;
  if (intent === 'which-reports' && asksHowManyFound(now) && said.names.length === 0) return { questions: [before.folded], only: true };
  if (said.it && winner !== null) return ofWinner(winner, said, now, before);
  if (said.ownPlace && said.figure === '' && (kind === 'figure' || kind === 'change' || AMONG_MANY.includes(intent)) && figureOf(before) !== '') return itsPlace(said, before);
  // 差多少 after two that stand side by side is one less the other.
  const apart = kind === 'named' && said.figure === '' && asks(now, 'difference');
  const first = kind === 'many' && said.figure === '' && APART.includes(amongAsked(now)?.kind ?? 'sum');
  // How did it change over the last three years: a series shows how.
  const series = said.turned === 'trend' && said.figure === '' && asks(now, 'how', 'change') && !asks(now, 'why', 'when', 'share', 'ratio', 'difference');
  if (asks(now, ...OTHER_WAYS) && !apart && !series && !first) return null;
  if (said.whole && county !== null && kind === 'figure' && said.turned === null && said.names.length === 0) return ofCounty(county, said, before);

  if (said.figure !== '' && (!leans(now) || now.lang !== before.lang)) return null;
  const isFilter = (kind === 'many' || AMONG_MANY.includes(intent)) && asksOver(now, 'filter') && said.figure === '' && figureOf(before) !== '' && now.lang === before.lang;
  if (isFilter) return { questions: [filled('filter', now.lang, { names: [], years: said.years === null ? yearsSaid(before) : [], group: '', figure: figureOf(before), counter: '', n: '', text: bare(now) })], only: true };
  const top = said.figure === '' && figureOf(before) !== '' ? topAsked(now) : null;
  if (top !== null && (kind === 'many' || kind === 'figure')) return { questions: [filled('top', before.lang, { names: [], years: said.years ?? yearsSaid(before), group: said.group ?? groupOf(before)?.say ?? followUpWords(before.lang).groups.at(-1)!.say, figure: figureOf(before), counter: '', n: String(top) })], only: true };
  // 差多少 after one total of two is asked of both; their sums are told side by side.
  if (first && intent === 'total') return { questions: totalBefore === null ? [] : besideTotal(totalBefore, before), only: true };
  // 差多少 after a rank is the first less the second.
  if (first && shown.length > 1) return overFigures('named', { ...said, names: shown.slice(0, 2) }, before, null, 'apart');
  if (kind === 'figure' && asksWhichYear(now) && (said.turned === 'most' || said.turned === 'least')) return overFigures('years', said, before, null, 'named');
  if (kind !== 'other' && (said.figure !== '' || figureOf(before) !== '')) return overFigures(kind, said, before, county, apart ? 'apart' : asks(before, 'sum') || asksForTotal(before) ? 'sum' : intent === 'derive' ? 'apart' : 'named');
  const onlyScope = saysOnlyScope(now) && said.turned === null && said.group === null && said.place === null;
  return onlyScope ? { questions: [withScope(before, { names: said.names, years: said.years ?? [] })], only: false } : null;
}

/** What is known of the turn before beside its question. */
export interface Around {
  /** The organisations of its answer, in their order. */
  readonly shown?: readonly string[];
  /** The place that all of them lie in. */
  readonly county?: string | null;
  /** Who held the place of a rank that was asked for. */
  readonly winner?: string | null;
  /** The total over many that was asked for before that one. */
  readonly totalBefore?: Question | null;
}

/** 它占多少, 第一名的22年是多少: a question about the one that was found. */
function ofWinner(winner: string, said: Said, now: Question, before: Question): Completed | null {
  const frame: Frame = asks(now, 'share', 'ratio') ? 'shareOfAll' : said.ownPlace ? 'ownPlace' : asks(now, 'change', 'difference') ? 'change' : said.turned === 'trend' ? 'trend' : 'one';
  const figure = said.figure === '' ? figureOf(before) : said.figure;
  const years = said.turned === 'trend' ? [said.recent ?? wholeQuestions(before.lang).allYears] : (said.years ?? yearsSaid(before));
  return figure === '' ? null : { questions: [filled(frame, before.lang, { names: [winner], years, group: '', figure, counter: said.figure === '' ? counterOf(before) : '', n: '' })], only: true };
}

/** 排第几, 在乡镇里排第几 after a figure: its place among all, or among a group. */
function itsPlace(said: Said, before: Question): Completed {
  const names = said.names.length > 0 ? said.names : namesSaid(before);
  return { questions: [filled('ownPlace', before.lang, { names, years: said.years ?? yearsSaid(before), group: said.weakly ? '' : (said.group ?? ''), figure: figureOf(before), counter: '', n: '' })], only: true };
}

/** The years of two totals of one figure over one group, as one question; none where they differ in more. */
function besideTotal(first: Question, last: Question): readonly string[] {
  const alike = first.lang === last.lang && figureOf(first) === figureOf(last) && groupOf(first)?.say === groupOf(last)?.say;
  const years = [...new Set([...yearsSaid(first), ...yearsSaid(last)])].toSorted();
  if (!alike || years.length !== 2) return [];
  const group = groupOf(last)?.say ?? followUpWords(last.lang).groups.at(-1)!.say;
  return [filled('change', last.lang, { names: [...namesSaid(last), group], years, group: '', figure: figureOf(last), counter: '', n: '' })];
}

/**
 * Which office issued the most, 哪个单位收到的最多: of the figure only what the question before said already, which names no other. How many did
 * Qingshi Town issue, after who issued most licences: a deed that was said already, of one of the many.
 */
function withoutRepeated(said: Said, now: Question, before: Question, intent: string): Said {
  if (said.figure === '') return said;
  const known = new Set(before.terms.map(({ concept, text }) => concept ?? text));
  const terms = figureTerms(now).filter(({ weight }) => weight >= NAMES);
  if (!terms.every(({ concept, text }) => known.has(concept ?? text))) return said;
  const isDeedOfOne = isOverMany(intent) && (said.it || said.names.length === 1) && (now.lang === 'en' || now.counter === null) && terms.every(({ concept, gloss }) => gloss?.isDeed === true || lexicon().concept(concept ?? '')?.isAction === true);
  return said.turned !== null || isDeedOfOne ? { ...said, figure: '' } : said;
}

/** 全县呢 after one organisation's figure: what its own report tells of the whole county, then the sum over the county's reports. */
function ofCounty(county: string, said: Said, before: Question): Completed {
  const { lang } = before;
  const pieces: Pieces = { names: namesSaid(before), years: said.years ?? yearsSaid(before), group: said.group ?? '', figure: figureOf(before), counter: counterOf(before), n: '' };
  return { questions: [filled('within', lang, pieces), filled('total', lang, { ...pieces, group: wholeQuestions(lang).groupIn.replace('{place}', county).replace('{group}', pieces.group) })], only: true };
}

/** Frames that add the figures of a group up. */
const ADDED_UP: readonly Frame[] = ['total', 'average'];

function overFigures(kind: Exclude<Before, 'other'>, said: Said, before: Question, county: string | null, ofNamed: Frame): Completed | null {
  const { lang } = before;
  const { allYears, joins } = wholeQuestions(lang);
  const pieces: Pieces = {
    names: said.names.length > 0 ? said.names : namesSaid(before),
    years: said.years ?? yearsSaid(before),
    group: (said.weakly ? groupOf(before)?.say : null) ?? said.group ?? groupOf(before)?.say ?? followUpWords(lang).groups.at(-1)!.say,
    figure: said.figure === '' ? figureOf(before) : said.figure,
    counter: said.figure === '' ? counterOf(before) : '',
    n: String((said.place ?? saidIn(before).place)?.n ?? ''),
  };
  // Another year may bring reports of another county: added up are those of the one that was spoken of.
  const group = county === null ? pieces.group : wholeQuestions(lang).groupIn.replace('{place}', county).replace('{group}', pieces.group);
  const fill = (frame: Frame, other: Partial<Pieces> = {}): Completed => ({ questions: [filled(frame, lang, { ...pieces, ...(ADDED_UP.includes(frame) && { group }), ...other })], only: true });
  const overYears = [said.recent ?? allYears];
  if (said.place !== null) return kind === 'many' || said.group !== null ? fill(said.place.below ? 'placeBelow' : 'place') : null;
  if (said.turned === 'trend' && said.group !== null && !said.weakly && said.names.length === 0) return fill('total', { years: overYears });
  if (said.turned === 'trend' && (kind !== 'many' || said.names.length === 1)) return fill('trend', { years: overYears });
  if (said.group !== null && kind !== 'many' && !(said.weakly && (kind === 'named' || kind === 'years'))) return fill(turned(said.turned) ?? (said.whole ? 'total' : 'each'), kind === 'years' ? { years: said.years ?? [] } : {});
  switch (kind) {
    case 'many': {
      if (said.names.length === 1 && said.turned === null) return fill('one');
      if (said.turned === 'trend') return fill('total', { years: overYears });
      // 那处罚呢 after two years side by side: they are not added up.
      if (said.turned === null && asksOver(before, 'change')) return fill('change', { names: [group], group: '' });
      const placeBefore = saidIn(before).place;
      const frame = turned(said.turned) ?? (placeBefore === null ? turnedBefore(before) : placeBefore.below ? 'placeBelow' : 'place');
      const { questions } = fill(frame);
      // 自然人的呢 after 新收申请 says less than it means.
      return { questions: said.figure === '' ? questions : [...questions, ...fill(frame, { figure: joinedWords([figureOf(before), said.figure], lang) }).questions], only: true };
    }
    case 'years':
      if (said.turned === 'total') return fill('sum', { years: pieces.years.length > 0 ? pieces.years : overYears });
      if (said.turned === 'most' || said.turned === 'least') return fill(said.turned === 'most' ? 'yearMost' : 'yearLeast', namesSeveralYears(said, before) ? {} : { years: [] });
      if (said.turned !== null) return null;
      if (said.years !== null && said.recent === null) return fill('one');
      return fill('trend', { years: yearsSaid(before).length > 0 ? yearsSaid(before) : overYears });
    case 'named':
      if (said.turned === 'total' || said.turned === 'most' || said.turned === 'least') return fill(said.turned === 'total' ? 'sum' : said.turned, { group: pieces.names.join(joins.names) });
      if (said.names.length === 1 && said.turned === null) return fill('one');
      return said.turned === null || said.turned === 'each' ? fill(ofNamed) : null;
    case 'change': {
      const own = before.years.filter((year) => year.kind === 'year');
      if (said.turned !== null || own.length > 1) return null;
      return fill('change', { years: said.years ?? yearsSaid({ ...before, years: own }) });
    }
    case 'figure':
      return null;
  }
}

/**
 * A question that was answered, as one of its own: what the next one goes on from. `names` and `years` are those that were taken for it from the
 * turn before.
 */
export function settled(now: Question, before: Question | null, names: readonly string[], years: readonly number[]): string {
  const said = saidIn(now);
  if (said.figure === '' && before !== null && figureOf(before) !== '') return withScope(before, { names: said.names, years: said.years ?? [] });
  const { year } = wholeQuestions(now.lang);
  return scoped(bare(now), now.lang, {
    names: said.names.length > 0 || said.group !== null ? [] : names,
    years: said.years !== null || asksOver(now, 'trend') ? [] : years.map((one) => year.replace('{n}', String(one))),
  });
}

/** True for a question that names the figure, whose it is or that all are meant, and the years: it takes nothing from the turn before. */
export function standsAlone(question: Question): boolean {
  if (leans(question) || !namesAFigure(question)) return false;
  const whose = question.organisations.length > 0 || groupOf(question) !== null || whichOfNamed(question) !== null;
  return whose && (question.years.length > 0 || asksOver(question, 'trend'));
}

function kindOf(before: Question, intent: string, said: Said): Before {
  if (AMONG_MANY.includes(intent) && !said.it && !said.ownPlace && said.names.length === 0 && (said.place !== null || said.bareGroup !== null || said.group !== null || (said.turned !== null && said.turned !== 'trend'))) return 'many';
  // 云岭县各乡镇 names a county, and no two of its organisations.
  const named = new Set(before.organisations.flatMap(({ keys }) => (keys.length === 1 ? keys : []))).size;
  if (named > 1 && (MANY.includes(intent) || SIDE_BY_SIDE.includes(intent))) return 'named';
  if (intent === 'trend' || (named === 1 && (intent === 'total' || intent === 'compare'))) return 'years';
  if (MANY.includes(intent)) return 'many';
  if (intent === 'change') return 'change';
  return FIGURE.includes(intent) ? 'figure' : 'other';
}

/** 近三年 before 哪年最多 says among which years; of one year there is nothing to choose. */
function namesSeveralYears(said: Said, before: Question): boolean {
  return said.recent !== null || recentYears(before) !== null || new Set(before.years.map((mention) => (mention.kind === 'year' ? mention.year : -mention.back))).size > 1;
}

function turned(kind: Said['turned']): Exclude<Said['turned'], 'trend' | null> | null {
  return kind === 'trend' ? null : kind;
}

/** What the question before was after over its many reports. */
function turnedBefore(before: Question): 'least' | 'most' | 'average' | 'total' | 'each' {
  return turned(saidIn(before).turned) ?? (asksOver(before, 'total') ? 'total' : 'most');
}

/** 件 of 多少件; English says what it counts by itself. */
function counterOf({ counter, lang }: Question): string {
  return lang === 'zh' && counter !== null && /^\p{Script=Han}{1,2}$/u.test(counter) ? counter : '';
}
