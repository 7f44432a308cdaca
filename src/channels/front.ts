import type { Lang, Text2 } from '../../index/mod.js';
import type { Message } from '../render/message.js';
import type { Incoming, Person, Telling } from './channel.js';

/** A file that somebody handed over. */
export interface HandedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Workbooks that people take along, of one year. */
export const WORKBOOKS = ['totals', 'findings'] as const;
/** One of `WORKBOOKS`: what can be had as a spreadsheet. */
export type Workbook = (typeof WORKBOOKS)[number];

/** What is held and what is due, for a page that somebody looks at. */
export interface Overview {
  readonly lang: Lang;
  /** How many reports of which year, newest first. */
  readonly held: readonly { readonly year: number; readonly reports: number }[];
  /** Who still owes the report of the year that is due; null where no roster is configured. */
  readonly missing: { readonly year: number; readonly names: readonly string[] } | null;
  /** Soonest first: whom it binds, the last working day, working days left. */
  readonly deadlines: readonly { readonly who: string; readonly date: string; readonly workingDays: number }[];
  /** Reports of the newest year with something to look at, worst first, each with the question that shows it. */
  readonly findings: readonly { readonly org: string; readonly year: number; readonly errors: number; readonly warnings: number; readonly worst: Text2; readonly question: string }[];
  /** Most often asked first: of what several people asked where others read it, never of what was asked in private. */
  readonly asked: readonly { readonly question: string; readonly times: number }[];
}

/** What can be named in a form instead of typed. */
export interface Pickable {
  /** Names of organisations, those that share one with their places; of reports that are held and of the roster. */
  readonly organisations: readonly string[];
  /** Newest first. */
  readonly years: readonly number[];
}

/**
 * What people do and see beside asking. `act` names who does it and the delivery: the same id is done once, and null says that it was done
 * before. Each says itself that somebody may not, and whom to ask. None rejects, but for what is only shown.
 */
export interface Front {
  /** The language that somebody chose for good; null where answers follow the question. */
  language(who: Person): Promise<Lang | null>;
  chooseLanguage(act: Incoming, lang: Lang | null, telling?: Telling): Promise<Message | null>;
  /** Says that files could be taken in, for who may hand them in. */
  offer(act: Incoming, names: readonly string[], telling?: Telling): Promise<Message | null>;
  /** Says to somebody from outside that they may not. */
  turnAway(act: Incoming, telling?: Telling): Promise<Message | null>;
  /** Takes a file in and shows what was read and found. `file` is called when it is known that they may; its rejection is a `FileRefused` or a fault. */
  handIn(act: Incoming, file: () => Promise<HandedFile>, telling?: Telling): Promise<Message | null>;
  /** Shows what the rules find in a file; nothing of it is kept. */
  check(act: Incoming, file: () => Promise<HandedFile>, telling?: Telling): Promise<Message | null>;
  /** A workbook of a year; `put` hands it over, and its rejection is a fault. */
  workbook(act: Incoming, which: Workbook, year: number, put: (file: HandedFile) => Promise<void>, telling?: Telling): Promise<Message | null>;
  /** What a form offers; nothing to who may not ask. */
  pickable(who: Person): Promise<Pickable>;
  /** What is held and due; null for who may not ask. */
  overview(who: Person): Promise<Overview | null>;
}

/** A file that was not what it was said to be, in words for a person. */
export class FileRefused extends Error {
  readonly why: Text2;

  constructor(why: Text2) {
    super(why.en);
    this.why = why;
  }
}
