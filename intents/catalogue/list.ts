import { fold, type FoundList, type ReportCard, type SourceText } from '../../index/mod.js';
import type { Block, Inline } from '../answer/answer.js';
import { say } from '../answer/phrases.js';
import { Evidence, named, orgYear } from '../answer/present.js';
import type { Context, Intent, Outcome } from '../intent.js';
import { firstFit, fits, withoutFirst } from '../language/cue-words.js';
import { reportWording } from '../language/report-wording.js';
import { toldAsks, toldWords } from '../language/told-words.js';
import { questionWords } from '../language/words.js';
import { longestMention } from '../question/cue.js';
import { asksDuty } from '../question/duty-asked.js';
import { besidesKnown, examplesGiven, isListOf, withoutKnown } from '../question/examples-given.js';
import { explain, type Fit } from '../question/explain.js';
import { facetsOfTerms, facetsOfWords, type Facet, type Facets } from '../question/facets.js';
import type { ReadSentence } from '../question/nearest-sentence.js';
import { isAsMany } from '../question/how-many-things.js';
import { holderNamed } from '../question/post-holder.js';
import { asks, type Question } from '../question/read.js';
import { sentencesOf } from '../question/report-read.js';
import { turnOf, type Zone } from '../question/report-turns.js';
import { zonesAsked } from './admitted.js';
import { deedOfThings } from '../question/tells-more.js';
import type { Term } from '../question/terms.js';

const LEAST_COVERAGE = 0.65;
const MARGIN = 0.04;
const LIST_NOUNS: readonly string[] = ['department', 'matter', 'transaction', 'information', 'work', 'document', 'content', 'quantity', 'government', 'aspect'];
/** What the whole report is about names none of its lists. */
const EVERYWHERE: readonly string[] = ['ogi', ...LIST_NOUNS];
/** Surplus words count less for a list than for a figure: its introduction is a sentence, not a label. */
const SURPLUS = 0.2;
/** Weight of an introducing word beside a label's: enough to order lists, too little to shut one out. */
const INTRODUCTION = 0.05;

/** 「设立了哪些办事窗口」: an enumeration, item by item as printed. */
export const list: Intent = {
  name: 'list',
  about: { zh: '列举的内容', en: 'what the report enumerates' },
  examples: { zh: ['设立了哪些办事窗口', '存在哪些问题和不足'], en: ['Which service windows were set up?'] },
  match(question) {
    // 为什么 and 什么时候 hold a 什么 that asks for no list.
    if (asks(question, 'which', 'who', 'why', 'when') || asksDuty(question)) return null;
    if (toldAsks('asksWhere', question) && !asks(question, 'list')) return null;
    if (asks(question, 'list')) return { score: asks(question, 'count') ? 0.4 : 0.75, because: ['asks for a list'] };
    // Total service items, township and villages together: who asks for a total without a word of asking wants a number.
    if (asks(question, 'count', 'sum') || longestMention(question.folded, questionWords(question.lang).total, question.lang) !== null) return null;
    return { score: 0.35, because: ['may name a list'] };
  },
  async answer(asked, context) {
    const { known, question } = besidesKnown(asked);
    const terms = tellingTerms(question);
    if (terms.every((term) => term.weight === 0 || EVERYWHERE.includes(term.concept ?? ''))) return null;
    const found: { report: ReportCard; list: FoundList; score: number; fit: Fit }[] = [];
    for (const report of context.reports) {
      // 赵勇兼任什么 asks about the person.
      if (holderNamed(question, await context.library.roles(report.report)) !== null) return null;
      const source = await context.library.source(report.report);
      for (const enumeration of [...(await context.library.lists(report.report)), ...(await membersOf(report, context))]) {
        const fit = bestFit(byName([...terms, ...nounsOf(question, terms, enumeration)], enumeration), enumeration, source, context);
        if (fit.unexplained.length === 0 && fit.coverage >= LEAST_COVERAGE && areOfKind(question, enumeration)) found.push({ report, list: enumeration, fit, score: fit.coverage - SURPLUS * fit.surplus });
      }
    }
    const examples = examplesGiven(question);
    found.splice(0, found.length, ...found.filter(({ list: one }) => isListOf([...examples, ...known], one) && isAsMany(question, withoutKnown(known, one))));
    const zone = zonesAsked(question)[0] ?? (toldAsks('asksProblem', question) ? 'problem' : undefined);
    if (zone !== undefined) for (const report of context.reports) keepOf(zone, report, await sentencesOf(report, context), found);
    for (const report of context.reports) dropCatchwords(question, report, await sentencesOf(report, context), found);
    found.sort((a, b) => b.score - a.score || b.list.items.length - a.list.items.length);
    const [best] = found;
    if (!best || namesEveryItem(question, best.list) || isOfAnotherDeed(question, best.list)) return null;
    const quoted = (enumeration: FoundList): number => enumeration.quote[0].start;
    const alike = found.filter(({ score, report, list: other }, i) => best.score - score < MARGIN && report.report === best.report.report && !found.slice(0, i).some((earlier) => quoted(earlier.list) === quoted(other))).slice(0, 2);
    return showLists(question, context, best.report, (asks(question, 'list') ? alike.map((one) => one.list) : [best.list]).map((one) => withoutKnown(known, one)));
  },
};

/** Asked for problems, what was done about them is no answer, nor the other way about: drops the lists of `report` that stand past the turn. */
function keepOf(zone: Zone, report: ReportCard, sentences: readonly ReadSentence[], found: { readonly report: ReportCard; readonly list: FoundList }[]): void {
  const isAway = (enumeration: FoundList): boolean => {
    // 主要不足、改进措施: the titles of the two sides are no list of either.
    if (new Set(enumeration.items.map(({ text }) => turnOf(text)).filter((turn) => turn !== null)).size > 1) return true;
    const first = enumeration.items[0]?.spans[0].start ?? enumeration.quote[0].start;
    if (isSlogan(enumeration, sentences)) return true;
    const stands = sentences.findLast(({ spans }) => spans[0].start <= first);
    return stands !== undefined && stands.zone !== 'plain' && stands.zone !== zone && !(zone === 'plan' && stands.zone === 'measure');
  };
  found.splice(0, found.length, ...found.filter((one) => one.report.report !== report.report || !isAway(one.list)));
}

/** Drops the lists of `report` that are only a catchword where something else is asked. */
function dropCatchwords(question: Question, report: ReportCard, sentences: readonly ReadSentence[], found: { readonly report: ReportCard; readonly list: FoundList }[]): void {
  found.splice(0, found.length, ...found.filter((one) => one.report.report !== report.report || !isOnlyCatchword(question, one.list, sentences)));
}

/** 培训讲了什么: “月初报送、月末通报” in a sentence on more training is a catchword, and not what was said there. */
export function isOnlyCatchword({ folded, lang }: Question, enumeration: FoundList, sentences: readonly ReadSentence[]): boolean {
  return fits(toldWords().learntOrSaid[lang], folded) && isSlogan(enumeration, sentences);
}

/** 公开不足50条的单位有哪些: a list of problems names no offices. */
export function areOfKind(question: Question, { items }: FoundList): boolean {
  const said = items.map(({ text }) => fold(text).text).join('、');
  return toldWords().kinds.every(({ asked, named }) => named.length === 0 || !fits(asked[question.lang], question.folded) || fits(named, said));
}

/** 纳入了哪些工作, where the report says 纳入重要议程，形成了甲抓、乙管的格局: what is told to have come of it is not what it was done to. */
function isOfAnotherDeed(question: Question, { about: [lead = '', ...before] }: FoundList): boolean {
  const deed = deedOfThings(question);
  return deed !== null && !lead.includes(deed) && fits(toldWords().deedDone, fold(lead).text) && before.some((words) => words.includes(deed));
}

/** “重结果、轻过程”: a slogan within a problem is not what the problems are. */
function isSlogan({ items }: FoundList, sentences: readonly ReadSentence[]): boolean {
  const [from, to] = [items[0]?.spans[0].start ?? 0, items.at(-1)?.spans[0].start ?? 0];
  return sentences.some(({ text, spans: [span, ...more] }) => more.length === 0 && span.start <= from && to < span.end && /“[^”]*$/u.test(text.slice(0, from - span.start)) && !text.slice(from - span.start, to - span.start).includes('”'));
}

/** 哪些部门, 哪些内容: the kind of item asked for says nothing about which list, unless it is all that is said. */
function tellingTerms(question: Question): readonly Term[] {
  // 培训学什么: what is learnt is the list, whose sentence may say it by another verb.
  const deed = firstFit(toldWords().learntOrSaid[question.lang], question.folded);
  const isOfAsking = ({ start, end, text }: Term): boolean => (deed !== null && start < deed.index + deed[0].length && deed.index < end) || (asks(question, 'how') && toldWords().anyDeed.includes(text));
  const telling = question.terms.filter((term) => !isOfAsking(term) && !LIST_NOUNS.includes(term.concept ?? ''));
  return telling.some((term) => term.weight > 0) ? telling : question.terms;
}

/** …等要素: the kind of item asked for tells this list from others where the report calls its items so. */
function nounsOf(question: Question, telling: readonly Term[], { about }: FoundList): readonly Term[] {
  return question.terms.filter((term) => !telling.includes(term) && LIST_NOUNS.includes(term.concept ?? '') && about.some((words) => fold(words).text === term.text));
}

/** 涉及停车、噪声、违建三类的工单: who names every item of a list asks for something else. */
function namesEveryItem({ folded }: Question, { items }: FoundList): boolean {
  return items.every(({ text }) => folded.includes(fold(text).text.toLowerCase()));
}

/** 三个提升: what the report calls 三提升. */
function byName(terms: readonly Term[], { about }: FoundList): readonly Term[] {
  return terms.flatMap((term, i) => {
    const [before, next] = [terms[i - 1], terms[i + 1]];
    const numeral = firstFit(reportWording().howManyNamed, term.text)?.groups?.['n'];
    const name = numeral === undefined || next?.start !== term.end ? null : numeral + next.text;
    if (name !== null && about.some((words) => fold(words).text.includes(name))) return [{ text: name, start: term.start, end: next!.end, concept: null, weight: 1 }];
    const taken = before?.end === term.start ? firstFit(reportWording().howManyNamed, before.text)?.groups?.['n'] : undefined;
    return taken !== undefined && about.some((words) => fold(words).text.includes(taken + term.text)) ? [] : [term];
  });
}

/** Members that are named by their offices (由甲、乙、丙等负责人为成员) are a list too. */
async function membersOf(report: ReportCard, context: Context): Promise<FoundList[]> {
  const roles = await context.library.roles(report.report);
  return roles
    .filter((role) => role.holder === null && (role.holderPost?.includes('、') ?? false))
    .map((role) => ({
      about: [`${role.body ?? ''}${role.post}`],
      items: role.holderPost!.split('、').map((text) => ({ text, spans: role.quote })),
      open: fits(reportWording().andOthers, role.holderPost!),
      quote: role.quote,
      path: role.path,
    }));
}

/** Each way in which the text introduces the list is tried as its name; the other words and the headings only help. */
function bestFit(terms: readonly Term[], enumeration: FoundList, source: SourceText, context: Context): Fit {
  const sentence = fold(enumeration.quote.map((span) => source.text.slice(span.start, span.end)).join('')).text;
  const titles = enumeration.path.map((text) => fold(text).text);
  const names = enumeration.about.map((text) => withoutFirst(reportWording().refersBack, fold(text).text)).filter((name) => name !== '').filter((name) => !titles.some((title) => title.includes(name)));
  const fits = (names.length > 0 ? names : ['']).map((name) => explain(terms, facetsOf(name, [...names.filter((other) => other !== name), ...titles, ...ofAllItems(enumeration)], sentence, context)));
  return fits.reduce((best, fit) => (fit.coverage - SURPLUS * fit.surplus > best.coverage - SURPLUS * best.surplus ? fit : best));
}

/** 政策的背景、目标、标准: what the first item says with 的 is said of all. */
function ofAllItems({ items }: FoundList): string[] {
  const said = firstFit(reportWording().ofAll, fold(items[0]?.text ?? '').text)?.groups?.['owner'];
  return said === undefined ? [] : [said];
}

function facetsOf(name: string, beside: readonly string[], sentence: string, context: Context): Facets {
  const facets = (text: string): Facet[] => facetsOfTerms(context.terms(text), INTRODUCTION);
  return facetsOfWords({ own: facets(name), inherited: beside.flatMap(facets), context: facets(sentence), ownText: name, inheritedText: beside.join(' ') });
}

/** Lists of a report, item by item, each with its sentence. */
export async function showLists(question: Question, context: Context, report: ReportCard, lists: readonly FoundList[]): Promise<Outcome> {
  const evidence = new Evidence(context.library);
  const blocks: Block[] = [];
  for (const enumeration of lists) {
    const citation = await evidence.place(report, enumeration.quote, 'passage', enumeration.path);
    const lines = enumeration.items.flatMap((item): Inline[] => ['\n· ', named(item.text.replace(/\s+/gu, ''))]);
    blocks.push({ type: 'text', inlines: [...say(context.lang, 'listLead', orgYear(context.lang, report)), ...lines] });
    if (enumeration.open) blocks.push({ type: 'text', inlines: say(context.lang, 'listOpen') });
    blocks.push({ type: 'quote', citation });
  }
  return { draft: { status: 'answered', blocks, rows: [], citations: evidence.citations }, remember: { terms: question.terms, figure: null } };
}
