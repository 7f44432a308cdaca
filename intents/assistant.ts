import { randomUUID } from 'node:crypto';
import { fold, lexicon, type ReportCard } from '../index/mod.js';
import type { Asked, Draft, Reply } from './answer/answer.js';
import { compose } from './answer/compose.js';
import { say } from './answer/phrases.js';
import { calendarDay } from './answer/deadline-lines.js';
import { counted } from './answer/across-lines.js';
import { named, orgYear } from './answer/present.js';
import { contradictionDraft, heldYears, LAW_SINCE, organisationRefusal, takenNames, withLacking, yearRefusal } from './answer/scope-refusals.js';
import { ConversationsInMemory, NOTHING_YET, stillRemembered } from './conversation.js';
import { contradictionIn } from './question/contradiction.js';
import { lawOnly } from './deadlines.js';
import type { Context, Memory } from './intent.js';
import { aliasTable, noAliases } from './question/aliases.js';
import { candidatesOf, type Candidate } from './question/candidates.js';
import { FacetReader } from './question/facets.js';
import { OrganisationNames } from './question/organisation.js';
import { asks, languageOf, LONGEST_QUESTION, readQuestion, type Question, type ReadingRoom } from './question/read.js';
import { asksForSeries } from './question/many-asked.js';
import { cutAsPrinted, withTellingRest } from './question/printed-words.js';
import { questionWords } from './language/words.js';
import { Homophones } from './question/respell.js';
import { withLevels } from './question/level-words.js';
import { saysWhatIsQuoted, withQuotedNames } from './question/quoted-names.js';
import { isToldOf, withNameAsWord } from './question/office-told.js';
import { rosterNames } from './question/roster-names.js';
import { withoutCounted } from './question/place-asked.js';
import { isOwnBusiness, onlyPlaceAbove } from './question/place-above.js';
import { scopeOf } from './question/scope.js';
import { mentionsApart, sharesAName } from './question/counties.js';
import { questionsIn } from './question/several-asked.js';
import { leansOnNothing } from './question/turn-before.js';
import { standsAlone } from './question/completed.js';
import { withHeldYears } from './question/held-years.js';
import { sameTerms, termsIn, type Cut, type Term } from './question/terms.js';
import { isUnrelated, politeOnly, unsupported } from './question/chatter.js';
import type { AskOptions, Assistant, AssistantPorts } from './ask.js';
import { acrossOrganisations, whichOfOneName } from './across.js';
import { bindingFor, takenFrom, type Asking } from './binding.js';
import { intents } from './intents.js';
import { admitted } from './catalogue/admitted.js';
import { derive } from './catalogue/derive.js';
import { figureLookup } from './catalogue/figure-lookup.js';
import { noRoster } from './roster.js';
import { messageOf } from './message.js';
import { onlyFirst, rehearse, Waiting } from './rehearsal.js';
import { candidatesFor, route, type Routed } from './route.js';
import { amongTurn } from './last-figures.js';
import { answerable, completedTurn, inTurn, listed, refusedTurn, remembering, shownIn, withRecent, type Turn } from './turns.js';

const CACHED_REPORTS = 24;
const CACHED_TEXTS = 4000;
/** Reports whose text is looked into for words as typed. */
const MOST_LOOKED_INTO = 3;

/** Questions to answers over a library. Holds no state but caches; conversations live in the book it is given. */
export function createAssistant({ library, conversations, deadlines = lawOnly, aliases = noAliases, roster = noRoster, onFault }: AssistantPorts): Assistant {
  const cut: Cut = (text) => library.segment(text);
  const reader = new FacetReader(cut, (word) => library.isVerb(word));
  const homophones = new Homophones(() => lexicon().surfaces('zh'));
  const { respell } = homophones;
  const waiting = new Waiting();
  const candidates = new Map<string, readonly Candidate[]>();
  let names: { cards: readonly ReportCard[]; names: OrganisationNames } | null = null;

  async function candidatesIn(report: ReportCard): Promise<readonly Candidate[]> {
    const key = `${report.report}@${report.version}`;
    const known = candidates.get(key) ?? candidatesOf(report, await library.figures(report.report), (await library.source(report.report)).text, reader);
    candidates.delete(key);
    candidates.set(key, known);
    if (candidates.size > CACHED_REPORTS) candidates.delete(candidates.keys().next().value!);
    return known;
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

  function namesOf(cards: readonly ReportCard[]): OrganisationNames {
    if (names?.cards !== cards) names = { cards, names: new OrganisationNames(cards, cut, rosterNames(roster, cards)) };
    return names.names;
  }

  function contextFor(question: Question, reports: readonly ReportCard[], memory: Memory | null, extra: Asking & { years: readonly number[] }): Context {
    return { library, lang: question.answerIn, deadlines, roster, reports, memory, ...extra, candidates: candidatesIn, terms: termsOfText };
  }

  async function draftFor(question: Question, cards: readonly ReportCard[], memory: Memory | null, asking: Asking): Promise<Turn> {
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
      return told !== null && isToldOf(scope.name, told.draft) ? told : { intent: 'none', draft: organisationRefusal(question, scope.name, cards) };
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
    const told = withLacking(routed.outcome.draft, lang, scope.lacking);
    return { intent: routed.intent.name, draft: scope.byBinding ? takenFrom(asking, lang, told) : told, ...(routed.outcome.draft.status === 'answered' || routed.outcome.draft.status === 'clarify' ? { remember } : {}) };
  }

  async function answer(text: string, options: AskOptions, answerId: string, started: number): Promise<Reply> {
    const readIn = languageOf(text);
    const remembered = options.session === undefined ? null : await conversations.get(options.session);
    const kept = stillRemembered(remembered, options.at);
    // 2020? is in no language: it is answered in that of the question it goes on from.
    const asked: Asked = { text, lang: options.lang ?? (kept?.asked === undefined || /\p{L}/u.test(text) ? readIn : languageOf(kept.asked)) };
    const meta = (): { answerId: string; tookMs: number } => ({ answerId, tookMs: Math.round((performance.now() - started) * 10) / 10 });
    const finish = async (intent: string, draft: Draft): Promise<Reply> => {
      const { because, ...rest } = draft;
      const texts = await library.sources([...new Set((draft.citations ?? []).flatMap((citation) => (citation.kind === 'report' ? citation.report : [])))]);
      return compose(asked, intent, options.debug && because ? { ...rest, because } : rest, async (report) => texts.get(report)!, meta());
    };
    const plain = (status: Draft['status'], reason: NonNullable<Draft['reason']>, key: string, slots = {}): Promise<Reply> => finish('none', { status, reason, blocks: [{ type: 'text', inlines: say(asked.lang, key, slots) }] });
    if (text.trim() === '') return plain('out_of_scope', 'empty_question', 'empty');
    if (text.length > LONGEST_QUESTION) return plain('out_of_scope', 'question_too_long', 'tooLong', { n: { type: 'counted', text: String(LONGEST_QUESTION), basis: 'limit' } });
    const cards = await library.reports();
    const room = { cut, names: namesOf(cards), respell: null, aliases: aliasTable(await aliases.held()), answerIn: asked.lang };
    const read = (question: string): Question => readQuestion(question, room);
    const message = messageOf(text, remembered, options.at, { lang: readIn, answerIn: asked.lang, read });
    const asking: Asking = { at: options.at, bound: (options.bound ?? []).flatMap((id) => roster.byId(id) ?? []), reminders: options.reminders ?? null };
    const inReport = (question: string): Promise<Turn> => draftFor(withHeldYears(question, room, cards, null, asking.at), cards, null, { ...asking, reminders: null });
    const alone = async (question: string, before: Memory | null): Promise<Turn> => {
      const now = withHeldYears(question, room, cards, before, asking.at);
      const asTyped = await draftFor(now, cards, before, asking);
      const { draft, ...found } = (await respelt(question, room, asTyped.draft, cards, before, asking)) ?? asTyped;
      return answerable({ ...found, draft: { ...draft, blocks: [...takenNames(now, cards), ...draft.blocks] } }, inReport);
    };
    const turn = async (question: string, memory: Memory | null): Promise<Turn> => {
      const now = read(question);
      const before = memory?.asked === undefined ? null : read(memory.asked);
      const leaning = standsAlone(now) ? null : memory;
      const among = await amongTurn(now, leaning, contextFor(now, cards, leaning, { ...asking, years: [] }));
      if (among !== null) return among;
      const best = candidatesFor(now, leaning)[0]?.intent.name;
      // 差多少 after two side by side is one less the other, not who has not handed in.
      const isElsewhere = best !== undefined && ANYWHERE.has(best) && !(best === 'missing' && asks(now, 'difference'));
      const completed = isElsewhere ? null : await completedTurn(now, before, leaning, cards, (complete) => alone(complete, null));
      const found = completed ?? (await alone(question, leaning));
      if (completed?.remember !== undefined) return completed;
      const scope = found.remember === undefined ? scopeOf(now, cards, leaning, asking.at, bindingFor(now, asking, roster, cards)) : null;
      return remembering(scope === null ? found : refusedTurn(found, now, leaning, scope), now, leaning === null ? null : before, cards);
    };
    if ('told' in message && message.told.options === undefined) return finish('help', message.told);
    const said: Turn = 'told' in message ? { intent: 'none', draft: message.told } : await inTurn(message.texts, message.memory, async (one, before) => withRecent(await turn(one, before), before), (one) => questionsIn(one, readIn, read));
    const { draft, remember } = said;
    const offered = draft.status === 'answered' ? listed(said, read, cards) : (draft.options ?? []);
    if (options.session !== undefined) {
      const memory = remember ?? kept ?? NOTHING_YET;
      const last = 'told' in message ? remembered?.last : message;
      const at = remember === undefined && offered.length === 0 && remembered !== null && kept !== null ? remembered.at : options.at.toISOString();
      await conversations.put(options.session, { memory, at, ...(last && { last }), ...(offered.length > 0 && { offered, askedBack: draft.status === 'clarify' }) });
    }
    return finish(said.intent, draft);
  }

  /** A question that led nowhere as typed is read once more in the words that the reports print, and by its sound; only an answer is taken. */
  async function respelt(text: string, room: ReadingRoom, first: Draft, cards: readonly ReportCard[], memory: Memory | null, asking: Asking): Promise<Turn | null> {
    if (first.status === 'answered' || first.status === 'clarify') return null;
    const before = withHeldYears(text, room, cards, memory, asking.at);
    const texts = await textsMeant(before, cards, memory, asking);
    const asPrinted = withHeldYears(text, { ...room, cut: cutAsPrinted(cut, before.terms, texts, questionWords(before.lang).particles) }, cards, memory, asking.at);
    // Only a number of something is looked for so: a sentence that shares printed words with a question need not answer it.
    if (texts.length === 1 && asPrinted.counter !== null && !sameTerms(before.terms, asPrinted.terms)) {
      const inItsWords = await draftFor({ ...asPrinted, terms: withTellingRest(asPrinted.terms, before.terms) }, cards, memory, { ...asking, reminders: null });
      if (inItsWords.draft.status === 'answered' && inItsWords.intent === figureLookup.name) return inItsWords;
    }
    const printed = before.terms.flatMap(({ concept, text: word }) => (concept === null && word.length > 1 && texts.some((report) => report.includes(word)) ? [word] : []));
    const asHeard = (run: string): string | null => (printed.some((word) => word.includes(run) || run.includes(word)) ? null : respell(run));
    const question = withHeldYears(text, { ...room, respell: asHeard }, cards, memory, asking.at);
    if (!before.terms.some((term) => term.concept === null) || sameTerms(before.terms, question.terms)) return null;
    // By its sound nothing is changed for anybody: only questions are read so.
    const second = await draftFor(question, cards, memory, { ...asking, reminders: null });
    return second.draft.status === 'answered' ? second : null;
  }

  /** Folded texts of the few reports that a question means; none when it means many. */
  async function textsMeant(question: Question, cards: readonly ReportCard[], memory: Memory | null, asking: Asking): Promise<string[]> {
    const scope = scopeOf(question, cards, memory, asking.at, bindingFor(question, asking, roster, cards));
    if (scope.kind !== 'reports' || scope.reports.length > MOST_LOOKED_INTO) return [];
    return Promise.all(scope.reports.map(async (card) => fold((await library.source(card.report)).text).text));
  }

  async function replied(text: string, options: AskOptions): Promise<Reply> {
    const answerId = randomUUID();
    const started = performance.now();
    try {
      return await answer(text, options, answerId, started);
    } catch (error) {
      onFault(answerId, error);
      const asked: Asked = { text: text.slice(0, LONGEST_QUESTION), lang: options.lang ?? languageOf(text.slice(0, LONGEST_QUESTION)) };
      const blocks = [{ type: 'text' as const, inlines: say(asked.lang, 'fault', { id: { type: 'counted', text: answerId, basis: 'answer' } }) }];
      return compose(asked, 'none', { status: 'fault', reason: 'internal', blocks }, () => Promise.reject(new Error('nothing is cited')), { answerId, tookMs: Math.round(performance.now() - started) });
    }
  }

  const assistant: Assistant = {
    async prepare() {
      cut('');
      homophones.prepare();
      await library.prepareSearch().catch(() => {});
    },
    async rehearse(told) {
      const only = await onlyFirst(library).catch(() => null);
      // What fails here fails again for whoever asks it, and is told then.
      const understudy = only && createAssistant({ library: only, conversations: new ConversationsInMemory(), onFault: () => {} });
      if (understudy) await rehearse((text, at) => understudy.ask(text, { at }), waiting, told);
    },
    ask: async (text, options) => (await assistant.reply(text, options)).answer,
    reply: (text, options) => waiting.for(replied(text, options)),
  };
  return assistant;
}

/** A year that is not held itself may be told by a report of another (较上年的176条, 2023年打算): only a figure that names the year counts, and plans for it. */
async function toldByAnotherYear(question: Question, context: Context): Promise<Routed | null> {
  const organisations = new Set(context.reports.map((card) => card.orgKey));
  const routed = organisations.size === 1 ? await route(question, context, [figureLookup, admitted]) : null;
  return routed?.outcome.draft.status === 'answered' ? routed : null;
}

/** Intents that need no report in scope. */
const ANYWHERE: ReadonlySet<string> = new Set(['help', 'provenance', 'reports-held', 'deadline', 'missing', 'years-held', 'remind', 'recurring']);
