import { fold, isPersonName, titledIn, type FoundRole, type ReportCard } from '../../index/mod.js';
import type { Context } from '../intent.js';
import { firstFit, fits } from '../language/cue-words.js';
import { toldAsks, toldWords } from '../language/told-words.js';
import { DISTINGUISHING } from './strength.js';
import { nearestSentences, nearnessOf, readSentences, type ReadSentence } from './nearest-sentence.js';
import type { Question } from './read.js';
import { sentencesOf } from './report-read.js';
import type { Term } from './terms.js';

/** Who does something by a clause of a report: names where the report gives some, else the office. */
export interface AgentTold {
  readonly who: readonly string[];
  readonly sentence: ReadSentence;
}

/** Share of the question's weight that a clause must say, and by how much it must come before any of another sentence. */
const ENOUGH = 0.6;
const MARGIN = 0.15;
const CLAUSE = /[^,;。]+/gu;

/**
 * Who does what the question asks, where no post is named: the nearest clause that says who (由甲审核, 乙管申请), or whose sentence
 * names somebody right before it. Null when no clause comes near enough or two sentences come as near.
 */
export async function agentTold(question: Question, report: ReportCard, roles: readonly FoundRole[], context: Context): Promise<AgentTold | null> {
  if (toldAsks('suffers', question) || toldAsks('asksIdentity', question) || toldAsks('asksName', question)) return null;
  const office = firstFit(toldWords().asksOffice[question.lang], question.folded);
  // 哪个科审核: the kind of office asked for is no word of what it does.
  const isKind = ({ start }: Term): boolean => office !== null && start >= office.index && start < office.index + office[0].length;
  const terms = question.terms.filter((term) => term.concept !== 'person' && !isKind(term));
  if (!terms.some(({ weight }) => weight >= DISTINGUISHING)) return null;
  const sentences = await sentencesOf(report, context);
  const called = callerOf(question, sentences);
  if (called !== null) return called;
  const clauses = sentences.flatMap((sentence, i) => [...sentence.folded.matchAll(CLAUSE)].map(([folded]) => ({ ...sentence, folded, text: folded, paragraph: i, path: [] })));
  const all = nearestSentences(terms, readSentences(clauses, (text) => context.terms(text)));
  const [best] = all;
  const rival = all.find(({ sentence }) => sentence.paragraph !== best?.sentence.paragraph);
  if (!best || best.own < ENOUGH / 2 || best.score < ENOUGH || nearnessOf(best) - (rival ? nearnessOf(rival) : 0) < MARGIN) return null;
  const { folded } = sentences[best.sentence.paragraph]!;
  const titled = titledIn(folded, new Set(context.library.segment(folded).map(({ end }) => end)));
  const holders = [...new Set([...roles.flatMap(({ holder }) => (holder === null ? [] : [fold(holder).text])), ...titled.map(({ name }) => name)])];
  const ofSentence = clauses.filter(({ paragraph }) => paragraph === best.sentence.paragraph).map(({ folded }) => folded);
  const who = agentsAt(ofSentence, clauseOfDeed(question, terms, ofSentence, ofSentence.indexOf(best.sentence.folded)), holders, (agent) => terms.some(({ text }) => agent.includes(text) || text.includes(agent)));
  // Asked for an office, the person who does it is none.
  const namesNone = office !== null && !question.terms.some((term) => isKind(term) && term.concept === 'leader') && who.some((one) => holders.includes(one));
  return who.length === 0 || namesNone ? null : { who, sentence: sentences[best.sentence.paragraph]! };
}

/** 三提升是谁提出的, where the report says 按照镇党委、政府提出的“三提升”: whoever a catchword or a plan that the question names is told to come from. */
function callerOf({ folded }: Question, sentences: readonly ReadSentence[]): AgentTold | null {
  for (const sentence of sentences) {
    const { agent, deed, name } = firstFit(toldWords().agents.called, sentence.folded)?.groups ?? {};
    if (agent !== undefined && deed !== undefined && name !== undefined && folded.includes(deed) && folded.includes(name)) return { who: [agent], sentence };
  }
  return null;
}

/** 谁签发稿件: of a sentence that says both, the clause that says the deed right behind 谁 names who does it, not the one that says the thing. */
function clauseOfDeed(question: Question, terms: readonly Term[], clauses: readonly string[], at: number): number {
  const asked = question.cues.find(({ cue }) => cue === 'who');
  const deed = asked === undefined ? undefined : terms.find(({ start }) => start >= asked.end);
  if (deed === undefined || clauses[at]?.includes(deed.text) === true) return at;
  const saying = clauses.findIndex((clause) => clause.includes(deed.text));
  return saying < 0 ? at : saying;
}

/** Who a clause says does something: undefined where it says nobody, null where it names several together. Words with 的 behind 由 name nobody. */
function agentIn(clause: string): string | null | undefined {
  const { introduced, opening, joins } = toldWords().agents;
  const found = (patterns: readonly RegExp[], not: RegExp): string | null | undefined => {
    for (const pattern of patterns) {
      const match = pattern.exec(clause);
      const agent = match?.groups?.['agent'];
      if (!match || agent === undefined || not.test(agent)) continue;
      const behind = clause.slice(match.index + match[0].indexOf(agent) + agent.length);
      return joins.some((word) => behind.startsWith(word)) ? null : agent;
    }
    return undefined;
  };
  const first = found(introduced, /[,、的]/u);
  return first === undefined ? found(opening, /[,、]/u) : first;
}

/** Whom the clause at `at` names, else the clause before it (副局长甲分管，并签批答复). */
function agentsAt(clauses: readonly string[], at: number, holders: readonly string[], isAsked: (agent: string) => boolean): readonly string[] {
  for (const clause of [clauses[at], clauses[at - 1]]) {
    if (clause === undefined) continue;
    const named = holders.filter((holder) => clause.includes(holder) && !isAppointed(clause, holder));
    if (named.length > 0) return named.length === 1 ? named : [];
    const agent = agentIn(clause);
    // Of several none is the one asked for, nor is whoever stands in the clause before.
    if (agent === null) return [];
    // 对答复签批: what it is done to is no agent.
    if (agent !== undefined && !isAsked(agent) && isSomebody(agent)) return [agent];
    // 副区长甲主持，主任乙通报: who stands before the deed does it, whoever stands in the clause before.
    if (opensWithSomebody(clause)) return [];
  }
  return [];
}

/** 副镇长乙为副组长的领导小组: of what the group does it tells nothing that the one does. */
function isAppointed(clause: string, holder: string): boolean {
  return clause.split(holder).slice(1).every((behind) => fits(toldWords().agents.appointed, behind));
}

function isSomebody(agent: string): boolean {
  const { endings, nobody, nobodyStarts } = toldWords().agents;
  if (nobody.some((word) => agent.endsWith(word)) || nobodyStarts.some((word) => agent.startsWith(word))) return false;
  if (isPersonName(agent) || endings.some((ending) => agent.endsWith(ending))) return true;
  return isTitledName(agent);
}

/** 译员桑吉: a name behind what the person is. */
function isTitledName(agent: string, shortest = 1): boolean {
  const { endings } = toldWords().agents;
  return NAME_LENGTHS.some((length) => agent.length > length && isPersonName(agent.slice(-length)) && endings.some((ending) => ending.length >= shortest && agent.slice(0, -length).endsWith(ending)));
}

/** True for 办公室主任乙通报: somebody's name right behind a title, before whatever is done. */
function opensWithSomebody(clause: string): boolean {
  return Array.from({ length: LONGEST_OPENING }, (_, i) => clause.slice(0, i + 1)).some((opening) => isTitledName(opening, TITLE));
}

/** UTF-16 units of the shortest title that tells it from the end of another word. */
const TITLE = 2;
/** UTF-16 units of an office, a title and a name. */
const LONGEST_OPENING = 16;

/** UTF-16 units of names behind a title. */
const NAME_LENGTHS = [2, 3, 4] as const;
