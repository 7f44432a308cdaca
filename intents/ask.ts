import type { Lang, Library } from '../index/mod.js';
import type { Answer, Reply } from './answer/answer.js';
import type { ConversationBook } from './conversation.js';
import type { DeadlineBook } from './deadlines.js';
import type { Aliases } from './question/aliases.js';
import type { RehearsalTold } from './rehearsal.js';
import type { ReminderBook } from './reminders.js';
import type { Roster } from './roster.js';

/** Under which circumstances a question is asked. */
export interface AskOptions {
  /** Questions of one session share a conversation; none remembers nothing. */
  readonly session?: string;
  /** The moment of asking. */
  readonly at: Date;
  /** Ids of the roster's organisations whose room or channel it is asked in: meant where nobody is named. */
  readonly bound?: readonly string[];
  /** The language of the answer where the asker chose one for good; else the question's. */
  readonly lang?: Lang;
  /** Adds `because` to the answer. */
  readonly debug?: boolean;
  /** The asker's reminders; without them nobody can be reminded. */
  readonly reminders?: ReminderBook;
}

/** Questions in, answers out. Never rejects. */
export interface Assistant {
  /** Answers one question. Never rejects: a fault becomes an answer with status `fault` and an id, and goes to `onFault`. */
  ask(text: string, options: AskOptions): Promise<Answer>;
  /** The same with the blocks that the text was made of, for channels that can show more than plain text. */
  reply(text: string, options: AskOptions): Promise<Reply>;
  /**
   * Makes what the first questions would else wait for, and everybody with them: at once the dictionary, the words and how they sound, then the index
   * of passages. Never rejects: what could not be made is made, or told of, when it is asked for.
   */
  prepare(): Promise<void>;
  /** Asks the intents' examples for nobody, so that nobody waits for code to be compiled; remembers and tells nothing, and gives way to questions. Never rejects. */
  rehearse(told: RehearsalTold): Promise<void>;
}

/** What an assistant works with. */
export interface AssistantPorts {
  readonly library: Library;
  readonly conversations: ConversationBook;
  /** Local deadlines and the calendar; the law's and the official one unless given. */
  readonly deadlines?: DeadlineBook;
  /** Phrases that people here use for metrics; none unless given. */
  readonly aliases?: Aliases;
  /** Who owes a report; nobody unless given. */
  readonly roster?: Roster;
  readonly onFault: (answerId: string, error: unknown) => void;
}
