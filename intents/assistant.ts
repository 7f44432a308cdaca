import { randomUUID } from 'node:crypto';
import { lexicon, type ReportCard } from '../index/mod.js';
import type { Asked, Draft, Reply } from './answer/answer.js';
import { compose } from './answer/compose.js';
import { say } from './answer/phrases.js';
import { takenNames } from './answer/scope-refusals.js';
import type { AskOptions, Assistant, AssistantPorts } from './ask.js';
import { bindingFor, type Asking } from './binding.js';
import { ConversationsInMemory, NOTHING_YET, stillRemembered } from './conversation.js';
import { lawOnly } from './deadlines.js';
import { ANYWHERE, draftingOver } from './drafting.js';
import type { Memory } from './intent.js';
import { amongTurn } from './last-figures.js';
import { messageOf } from './message.js';
import { aliasTable, noAliases } from './question/aliases.js';
import { standsAlone } from './question/completed.js';
import { withHeldYears } from './question/held-years.js';
import { OrganisationNames } from './question/organisation.js';
import { asks, languageOf, LONGEST_QUESTION, readQuestion, type Question } from './question/read.js';
import { Homophones } from './question/respell.js';
import { rosterNames } from './question/roster-names.js';
import { scopeOf } from './question/scope.js';
import { questionsIn } from './question/several-asked.js';
import { tellsApart, type Cut } from './question/terms.js';
import { readAgain } from './read-again.js';
import { onlyFirst, rehearse, Waiting } from './rehearsal.js';
import { noRoster } from './roster.js';
import { candidatesFor } from './route.js';
import { answerable, completedTurn, inTurn, listed, refusedTurn, remembering, withRecent, type Turn } from './turns.js';

/** Questions to answers over a library. Holds no state but caches; conversations live in the book it is given. */
export function createAssistant({ library, conversations, deadlines = lawOnly, aliases = noAliases, roster = noRoster, onFault }: AssistantPorts): Assistant {
  const cut: Cut = (text) => library.segment(text);
  const homophones = new Homophones(() => lexicon().surfaces('zh'), tellsApart);
  const { respell } = homophones;
  const waiting = new Waiting();
  const { contextFor, draftFor } = draftingOver({ library, deadlines, roster, cut, respell });
  let names: { cards: readonly ReportCard[]; names: OrganisationNames } | null = null;

  function namesOf(cards: readonly ReportCard[]): OrganisationNames {
    if (names?.cards !== cards) names = { cards, names: new OrganisationNames(cards, cut, rosterNames(roster, cards)) };
    return names.names;
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
    const room = { cut, names: namesOf(cards), respell: null, aliases: aliasTable(await aliases.held()), answerIn: asked.lang, newest: newestYear(cards) };
    const read = (question: string): Question => readQuestion(question, room);
    const message = messageOf(text, remembered, options.at, { lang: readIn, answerIn: asked.lang, read });
    const asking: Asking = { at: options.at, bound: (options.bound ?? []).flatMap((id) => roster.byId(id) ?? []), reminders: options.reminders ?? null };
    const inReport = (question: string): Promise<Turn> => draftFor(withHeldYears(question, room, cards, null, asking.at), cards, null, { ...asking, reminders: null });
    const alone = async (question: string, before: Memory | null): Promise<Turn> => {
      const now = withHeldYears(question, room, cards, before, asking.at);
      const asTyped = await draftFor(now, cards, before, asking);
      const { draft, ...found } = (await readAgain(question, room, asTyped.draft, cards, before, asking, { library, roster, cut, respell, draftFor })) ?? asTyped;
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
      const completed = isElsewhere ? null : await completedTurn(now, before, leaning, cards, read, (complete) => alone(complete, null));
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
      // What fails here fails again for whoever asks, and is told then.
      await library.reports().then((cards) => namesOf(cards).prepare()).catch(() => {});
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

/** The newest year of which a report is held; null where none says its year. */
function newestYear(cards: readonly ReportCard[]): number | null {
  return cards.reduce<number | null>((newest, { year }) => (year !== null && (newest === null || year > newest) ? year : newest), null);
}
