import type { Library, ReportCard } from '../index/mod.js';
import { counted } from './answer/across-lines.js';
import type { Draft } from './answer/answer.js';
import { calendarDay } from './answer/deadline-lines.js';
import { say } from './answer/phrases.js';
import { named, orgYear } from './answer/present.js';
import { contradictionDraft, heldYears, LAW_SINCE, organisationRefusal, withLacking, yearRefusal } from './answer/scope-refusals.js';
import { acrossOrganisations, whichOfOneName } from './across.js';
import { bindingFor, takenFrom, type Asking } from './binding.js';
import { admitted } from './catalogue/admitted.js';
import { change } from './catalogue/change.js';
import { derive } from './catalogue/derive.js';
import { planOfYear } from './catalogue/plan-of-year.js';
import { planned } from './catalogue/planned.js';
import { figureLookup } from './catalogue/figure-lookup.js';
import { who } from './catalogue/who.js';
import { workedBack } from './catalogue/worked-back.js';
import { NOTHING_YET } from './conversation.js';
import type { DeadlineBook } from './deadlines.js';
import type { Context, Memory } from './intent.js';
import { intents } from './intents.js';
import { candidatesOf, type Candidate } from './question/candidates.js';
import { isUnrelated, politeOnly, unsupported } from './question/chatter.js';
import { contradictionIn } from './question/contradiction.js';
import { mentionsApart, sharesAName } from './question/counties.js';
import { FacetReader } from './question/facets.js';
import { comparesWithYear } from './question/find.js';
import { withLevels } from './question/level-words.js';
import { asksForSeries, asksForTotal } from './question/many-asked.js';
import { isOfPerson, isToldOf, withNameAsWord } from './question/office-told.js';
import { isOwnBusiness, onlyPlaceAbove } from './question/place-above.js';
import { withoutCounted } from './question/place-asked.js';
import { plannedFigures } from './question/plan-figures.js';
import { saysWhatIsQuoted, withQuotedNames } from './question/quoted-names.js';
import type { Question } from './question/read.js';
import { scopeOf } from './question/scope.js';
import { withoutBasis } from './question/told-by.js';
import { termsIn, type Cut, type Respell, type Term } from './question/terms.js';
import { leansOnNothing } from './question/turn-before.js';
import type { Roster } from './roster.js';
import { candidatesFor, route, type Routed } from './route.js';
import { shownIn, type Turn } from './turns.js';

const CACHED_REPORTS = 24;
const CACHED_TEXTS = 4000;
/** Reports whose text is looked into for words as typed. */
export const MOST_LOOKED_INTO = 3;

/** Intents that need no report in scope. */
export const ANYWHERE: ReadonlySet<string> = new Set(['help', 'provenance', 'reports-held', 'deadline', 'missing', 'years-held', 'remind', 'recurring']);

/** Answers one question that was read, and what intents may use meanwhile. */
export interface Drafting {
  /** What comes of a question over `cards`, all that is held, by what its conversation remembers. */
  draftFor(question: Question, cards: readonly ReportCard[], memory: Memory | null, asking: Asking): Promise<Turn>;
  contextFor(question: Question, reports: readonly ReportCard[], memory: Memory | null, extra: Asking & { readonly years: readonly number[] }): Context;
}

/** From a question that was read to an answer: whose reports are meant, which intents may answer, what is kept. `respell` tells mistyped words. Holds no state but caches. */
export function draftingOver({ library, deadlines, roster, cut, respell }: { readonly library: Library; readonly deadlines: DeadlineBook; readonly roster: Roster; readonly cut: Cut; readonly respell: Respell }): Drafting {
  const reader = new FacetReader(cut, (word) => library.isVerb(word));
  const candidates = new Map<string, readonly Candidate[]>();

  async function candidatesIn(report: ReportCard): Promise<readonly Candidate[]> {
    const key = `${report.report}@${report.version}`;
    const known = candidates.get(key) ?? candidatesOf(report, await library.figures(report.report), (await library.source(report.report)).text, reader);
    candidates.delete(key);
    candidates.set(key, known);
    if (candidates.size > CACHED_REPORTS) candidates.delete(candidates.keys().next().value!);
    return known;
  }

  async function plannedIn(report: ReportCard): Promise<readonly Candidate[]> {
    const { text } = await library.source(report.report);
    return candidatesOf(report, plannedFigures(report, await library.document(report.report), text), text, reader);
  }

  async function withNames(question: Question, reports: readonly ReportCard[]): Promise<Question> {
    if (reports.length > MOST_LOOKED_INTO) return question;
    const naming = await Promise.all(reports.map(async (report) => saysWhatIsQuoted(question, (await library.source(report.report)).text)));
    return naming.includes(true) ? withQuotedNames(question, await Promise.all(reports.filter((_, i) => naming[i]).map(candidatesIn))) : question;
  }

  const read = new Map<string, readonly Term[]>();

  /** Sentences and titles of the reports in use are cut again and again. */
  function termsOfText(text: string): readonly Term[] {
    const terms = read.get(text) ?? termsIn(text, 'zh', cut);
    if (read.size >= CACHED_TEXTS) read.clear();
    read.set(text, terms);
    return terms;
  }

  function contextFor(question: Question, reports: readonly ReportCard[], memory: Memory | null, extra: Asking & { readonly years: readonly number[] }): Context {
    return { library, lang: question.answerIn, deadlines, roster, reports, memory, ...extra, candidates: candidatesIn, planned: plannedIn, terms: termsOfText, isMistyped: (word) => respell(word) !== null };
  }

  async function isNamedIn(cards: readonly ReportCard[], name: string): Promise<boolean> {
    for (const { report } of cards.slice(0, MOST_LOOKED_INTO)) if (isOfPerson(name, await library.roles(report))) return true;
    return false;
  }

  async function draftFor(whole: Question, cards: readonly ReportCard[], memory: Memory | null, asking: Asking): Promise<Turn> {
    const question = withoutBasis(whole);
    const lang = question.answerIn;
    const refusal = (status: Draft['status'], reason: NonNullable<Draft['reason']>, key: string, slots = {}): Turn => ({ intent: 'none', draft: { status, reason, blocks: [{ type: 'text', inlines: say(lang, key, slots) }] } });
    const anywhere = candidatesFor(question, memory)[0];
    if (anywhere && ANYWHERE.has(anywhere.intent.name)) {
      const outcome = await anywhere.intent.answer(question, contextFor(question, cards, memory, { ...asking, years: [] }));
      if (outcome) return { intent: anywhere.intent.name, draft: outcome.draft, ...(outcome.remember && { remember: { ...NOTHING_YET, intent: anywhere.intent.name, ...outcome.remember } }) };
    }
    if (politeOnly(question)) return { intent: 'help', draft: { status: 'out_of_scope', reason: 'not_a_question', blocks: [{ type: 'text', inlines: [...say(lang, 'greeting'), ...say(lang, 'help')] }] } };
    if (unsupported(question)) return refusal('out_of_scope', 'not_supported', 'notSupported');
    if (memory === null && leansOnNothing(question)) return refusal('not_found', 'nothing_before', 'nothingBefore');
    const ofMany = question.organisations.length === 0 && intents.some((intent) => intent.takesMany?.(question) === true);
    // 全县一共 after a question about one town is about all of them, 历年 after one about a year about every year.
    const kept = memory && { organisations: ofMany ? [] : memory.organisations, years: asksForSeries(question) ? [] : memory.years };
    const scope = scopeOf(question, cards, kept, asking.at, bindingFor(question, asking, roster, cards));
    if (scope.kind === 'nothing-held') return refusal('not_found', 'no_document', 'nothingHeld');
    if (scope.kind === 'organisation-not-held') {
      const named = withNameAsWord(question, scope.name);
      const told = named !== null && new Set(cards.map(({ orgKey }) => orgKey)).size === 1 ? await draftFor(named, cards, memory, asking) : null;
      return told !== null && (isToldOf(scope.name, told.draft) || (told.intent === who.name && (await isNamedIn(cards, scope.name)))) ? told : { intent: 'none', draft: organisationRefusal(question, scope.name, cards) };
    }
    const above = intents.some((intent) => intent.takesMany?.(question) === true) ? null : onlyPlaceAbove(question, scope.kind === 'reports' ? scope.reports : cards);
    const elsewhere = contradictionIn(question, cards);
    if (elsewhere) return { intent: 'none', draft: contradictionDraft(question, elsewhere) };
    const asked = scope.kind === 'reports' ? await withNames(withLevels(withoutCounted(question), scope.reports), scope.reports) : question;
    const context = contextFor(asked, scope.reports, memory, { ...asking, years: scope.years });
    if (scope.kind === 'year-not-held') {
      const told = await toldByAnotherYear(question, context);
      if (told) return { intent: told.intent.name, draft: told.outcome.draft };
      const organisations = [...new Set(scope.reports.map((card) => card.org.name))];
      const years = scope.years.flatMap((year) => say(lang, 'year', { n: { type: 'echo', text: String(year) } }));
      return refusal('not_found', 'no_document', yearRefusal(scope.years, asking.at), { since: calendarDay(lang, LAW_SINCE), org: named(organisations.slice(0, 3).join('、')), years, held: heldYears(lang, scope.reports) });
    }
    const organisations = new Set(scope.reports.map((card) => card.orgKey));
    const compared = organisations.size === 2 && scope.reports.length === 2 ? await route(asked, context, [derive]) : null;
    // Two of one name are told apart first: nothing is added up, ranked or compared of both.
    const shares = sharesAName(asked, scope.reports);
    const oneName = shares && mentionsApart(asked).length > 1 ? whichOfOneName(asked, context) : null;
    if (oneName !== null) return { intent: 'none', draft: oneName };
    const together = shares ? [] : organisations.size > 1 || (ofMany && new Set(cards.map(({ orgKey }) => orgKey)).size > 1) ? intents.filter((intent) => intent.takesMany?.(asked) === true) : [];
    const overAll = together.length > 0 ? await route(asked, context, together) : null;
    const routed = overAll ?? compared ?? (organisations.size > 1 ? await acrossOrganisations(asked, context) : await route(asked, context));
    if ((!routed || routed.outcome.draft.status === 'not_found') && isUnrelated(question, memory)) return refusal('out_of_scope', 'not_a_question', 'outOfScope');
    if (above !== null && !isOwnBusiness(question, scope.reports, routed?.outcome.draft ?? null)) return { intent: 'none', draft: organisationRefusal(question, above, cards) };
    if (!routed) return organisations.size > 1 ? refusal('not_found', 'no_metric', 'nowhere', { n: counted(String(organisations.size)), all: counted(String(organisations.size)) }) : refusal('not_found', 'no_metric', 'noMetric', orgYear(lang, scope.reports[0]!));
    const answeredOf = routed.outcome.draft.citations?.[0];
    const shown = answeredOf ? scope.reports.filter((card) => answeredOf.kind === 'report' && (card.report as string) === answeredOf.report) : scope.reports;
    const remember: Memory = {
      intent: routed.intent.name,
      organisations: [...new Set(shown.map((card) => card.orgKey))],
      years: scope.yearNamed ? scope.years : [],
      terms: question.terms,
      cues: question.cues.map(({ cue }) => cue),
      counter: question.counter,
      unit: null,
      figure: null,
      ...routed.outcome.remember,
      ...shownIn(routed.outcome.draft),
    };
    const told = withLacking(routed.outcome.draft, lang, scope.lacking, asksForTotal(question));
    return { intent: routed.intent.name, draft: scope.byBinding ? takenFrom(asking, lang, told) : told, ...(routed.outcome.draft.status === 'answered' || routed.outcome.draft.status === 'clarify' ? { remember } : {}) };
  }

  return { draftFor, contextFor };
}

/** A year that is not held itself may be told by a report of another (较上年的176条, 2023年打算): only a figure that names the year counts, and plans for it; else what the next year's figure and its change from that year make. */
async function toldByAnotherYear(question: Question, context: Context): Promise<Routed | null> {
  const organisations = new Set(context.reports.map((card) => card.orgKey));
  const routed = organisations.size === 1 ? await route(question, context, [change, planned, figureLookup, admitted]) : null;
  if (routed?.outcome.draft.status === 'answered') return routed;
  const toCome = organisations.size === 1 ? await planOfYear(question, context) : null;
  if (toCome !== null) return toCome;
  const worked = organisations.size === 1 && !comparesWithYear(question) ? await workedBack(question, context) : null;
  return worked === null ? null : { intent: figureLookup, outcome: worked };
}
