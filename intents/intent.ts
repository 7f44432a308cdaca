import type { FigureId, Lang, Library, ReportCard, Text2 } from '../index/mod.js';
import type { Draft, ReportCitation, Row } from './answer/answer.js';
import type { DeadlineBook } from './deadlines.js';
import type { ReminderBook } from './reminders.js';
import type { Candidate } from './question/candidates.js';
import type { Question } from './question/read.js';
import type { Term } from './question/terms.js';
import type { RosterKind } from './answer/roster-words.js';
import type { Roster, RosterMember } from './roster.js';
import type { Cue } from './language/words.js';

/** What a conversation remembers of its last answered turn, so that a short follow-up keeps what it does not replace. */
export interface Memory {
  readonly intent: string;
  /** The question that was answered, with what it took from the turns before it; a follow-up is completed from it. Absent when it asked for nothing of a report. */
  readonly asked?: string;
  readonly organisations: readonly string[];
  readonly years: readonly number[];
  readonly terms: readonly Term[];
  readonly cues: readonly Cue[];
  readonly counter: string | null;
  /** The unit of the figure that was the answer. */
  readonly unit: string | null;
  /** The figure that was the answer; null when it was none or several. */
  readonly figure: { readonly report: string; readonly id: FigureId } | null;
  /** The figures that the last answers gave, one each, the last one last: 两个加起来, 差多少, 哪个多 are asked of them. */
  readonly recent?: readonly { readonly report: string; readonly id: FigureId; /** The words that it was asked by: 2021年呢 asks by those of the question before it. */ readonly by: string }[];
  /** What the answer showed, so that 出处在哪 can be told again; absent when it showed nothing of a report. */
  readonly shown?: { readonly rows: readonly Row[]; readonly citations: readonly ReportCitation[]; readonly formula: string | null; /** Further places that are not remembered. */ readonly more: number };
  /** True when words that say which figure was meant were not understood: a follow-up may replace one of them and mean the others still. */
  readonly unmet?: boolean;
  /** Who holds the place of a rank that was asked for: 它 means that one. Absent after any other answer, and where several share the place. */
  readonly winner?: string;
  /** The questions of the last totals over many, one after the other, the last one last; absent after any other answer. */
  readonly totals?: readonly string[];
  /** How many questions of one message were answered last; absent where it was one. */
  readonly ofSeveral?: number;
  /** What was asked of the roster; absent when something else was asked. */
  readonly rosterAsked?: RosterKind;
}

/** What an intent may use to answer: the reports in scope and ways into them. Read-only. */
export interface Context {
  readonly library: Library;
  readonly lang: Lang;
  /** The moment of asking. */
  readonly at: Date;
  readonly deadlines: DeadlineBook;
  readonly roster: Roster;
  /** Whose conversation it is: meant where nobody is named. Empty when it belongs to nobody. */
  readonly bound: readonly RosterMember[];
  /** The asker's reminders; null where nobody can be reminded (a question on the command line). */
  readonly reminders: ReminderBook | null;
  /** Reports in scope, newest first within an organisation; at least one. */
  readonly reports: readonly ReportCard[];
  /** Years that the question (or the turn before) names. */
  readonly years: readonly number[];
  readonly memory: Memory | null;
  candidates(report: ReportCard): Promise<readonly Candidate[]>;
  /** What a report only plans: figures that are held nowhere (`plannedFigures`). */
  planned(report: ReportCard): Promise<readonly Candidate[]>;
  /** Content words of a text in the report's language, cut as questions are. */
  terms(text: string): readonly Term[];
  /** True for a word that sounds like one of the lexicon and is none itself (资询): what was typed by mistake tells nothing by its form. */
  isMistyped(word: string): boolean;
}

/** An intent's answer and what the conversation should remember of it. */
export interface Outcome {
  readonly draft: Draft;
  readonly remember?: Partial<Memory>;
  /** How much of the question stands word for word in what answers it, 0–1; tells reports apart that nobody named. */
  readonly wording?: number;
}

/** One kind of question. Add a file in `catalogue/` and a line in `intents.ts`. */
export interface Intent {
  readonly name: string;
  readonly about: Text2;
  /** Questions that this intent, and no other, takes (tested). */
  readonly examples: Readonly<Record<Lang, readonly string[]>>;
  /** Whether the examples need reports of several organisations and years to be held, and a roster of them. */
  readonly examplesOver?: 'one' | 'several' | 'roster';
  /** How well the question's cues fit, 0–1, with reasons; null when it is none of this intent's business. */
  match(question: Question, memory: Memory | null): { readonly score: number; readonly because: readonly string[] } | null;
  /** True when a question that this intent takes is about several organisations' reports together (哪些单位, 全县合计), not about one of them. */
  takesMany?(question: Question): boolean;
  /** The answer, or a typed refusal; null when this intent finds nothing to say and another may try. */
  answer(question: Question, context: Context): Promise<Outcome | null>;
}
