import { z } from 'zod';
import { ALIAS_PROBLEMS, REASONS, REPORT_STATES, STATUSES } from '../../intents/mod.js';
import { ChangeCounts, ChangeJson } from '../render/figure-change.js';
import { CardJson } from '../render/reading-card.js';
import { FormJson } from '../render/report-line.js';

const Message = z.strictObject({ zh: z.string(), en: z.string() });
const Span = z.strictObject({ start: z.number().int().nonnegative(), end: z.number().int().positive() });
const Diagnostic = z.strictObject({ code: z.string(), severity: z.enum(['error', 'warning', 'info']), message: Message, span: Span.nullable(), line: z.int().positive().optional(), also: z.array(Span).optional(), options: z.array(z.string()).optional() });

/** A line of `wenbao ingest --json`. */
export const IngestLine = z.strictObject({
  path: z.string(),
  status: z.enum(['added', 'updated', 'unchanged', 'refused']),
  report: z.string().optional(),
  version: z.number().int().optional(),
  org: z.string().optional(),
  year: z.number().int().nullable().optional(),
  forms: z.array(FormJson).optional(),
  figures: z.number().int().optional(),
  /** How the file was read; absent where it was not read now. */
  card: CardJson.optional(),
  /** Against the version before; only where there is one. */
  changes: z.array(ChangeJson).optional(),
  diagnostics: z.array(Diagnostic),
  error: z.strictObject({ code: z.string(), message: Message }).optional(),
});

/** The line of `wenbao changes --json`. */
export const ChangesLine = z.strictObject({ report: z.string(), from: z.int().positive(), to: z.int().positive(), counts: ChangeCounts, changes: z.array(ChangeJson) });

const Value = z.union([z.number(), z.string()]);

/** A line of `wenbao total --json`: a cell with its addends, an identity that the sums break, a county's own figure that differs, a report left out. */
export const TotalLine = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cell'), year: z.number().int(), form: FormJson, metric: z.string(), value: Value.nullable(), unit: z.string().nullable(), addends: z.array(z.strictObject({ report: z.string(), org: z.string(), value: Value })), blank: z.array(z.string()), missing: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('broken'), year: z.number().int(), form: FormJson, identity: z.string(), left: Value, right: Value }),
  z.strictObject({ kind: z.literal('against'), year: z.number().int(), form: FormJson, report: z.string(), metric: z.string(), sum: Value, own: Value }),
  z.strictObject({ kind: z.literal('left-out'), year: z.number().int(), report: z.string(), org: z.string(), why: z.enum(['no-official-table', 'mixed-forms', 'no-sum-of-its-own']) }),
]);

/**
 * A line of `wenbao remind --json`, one for each reminder: what is due (`planned` now), what is in the outbox, what comes next, and replies that
 * were not delivered. `daysBefore` is negative after the date. `message` is the same for what goes out together. What
 * another conversation was given stands under both.
 */
export const RemindLine = z.strictObject({
  kind: z.enum(['due', 'outbox', 'next', 'reply']),
  key: z.string(),
  to: z.strictObject({ channel: z.string(), conversation: z.string(), thread: z.string().nullable() }),
  /** Null for what hangs on no deadline. */
  deadline: z.string().nullable(),
  reportYear: z.number().int().nullable(),
  daysBefore: z.number().int(),
  dueAt: z.string(),
  state: z.enum(['planned', 'claimed', 'posting', 'pending', 'sent', 'handed over', 'refused', 'unknown', 'expired', 'moved']).nullable(),
  reason: z.string().nullable(),
  settledAt: z.string().nullable(),
  about: z.enum(['deadline', 'overdue', 'escalation', 'own', 'recurrence', 'reply']),
  /** Roster id of the organisation that owes. */
  org: z.string().nullable(),
  /** Number of an own reminder, or a recurrence and its period. */
  subject: z.string().nullable(),
  message: z.string().nullable(),
  /** What the message would say at the moment asked about, of what is due or still waits; the same for what goes out together. Null for what is settled or to come. */
  text: z.string().nullable(),
});

/** A line of `wenbao roster list --json`: how an organisation stands. `due` is the day that the law or the notice names, `lastWorkingDay` the last one not after it; null where none binds. */
export const StandingLine = z.strictObject({
  org: z.string(),
  orgPath: z.array(z.string()),
  level: z.string(),
  year: z.number().int(),
  state: z.enum(REPORT_STATES),
  due: z.string().nullable(),
  lastWorkingDay: z.string().nullable(),
  /** The holidays of that year are not published yet. */
  provisional: z.boolean(),
  /** What sets the date. */
  basis: z.strictObject({ kind: z.enum(['law', 'config']), title: z.string(), article: z.string() }).nullable(),
  owner: z.string().optional(),
  supervisor: z.string().optional(),
  report: z.string().optional(),
  why: z.string().optional(),
  link: z.string().optional(),
});

/** A line of `wenbao missing --json`: an organisation of the roster that has no report for the year, or has it back. */
export const MissingLine = StandingLine.omit({ report: true, link: true });

/** A line of `wenbao roster history --json`, and of `roster mark` and `roster import`: what happened to a report. */
export const HappenedLine = z.strictObject({ org: z.string(), orgPath: z.array(z.string()), year: z.number().int(), change: z.string(), at: z.string(), by: z.string(), how: z.enum(['ingest', 'chat', 'command', 'import', 'page']), why: z.string().nullable(), link: z.string().nullable() });

/** A line of `wenbao roster import --json` for what is wrong: `row` counts from 1, `column` is its letters; null where the file as a whole is meant. */
export const ImportProblemLine = z.strictObject({ path: z.string(), row: z.int().positive().nullable(), column: z.string().nullable(), message: Message });

/** The line of `wenbao backup --json`. */
export const BackupLine = z.strictObject({ file: z.string(), bytes: z.int().positive(), madeAt: z.string() });

/** The line of `wenbao restore --json`: versions of reports held, when and by which version it was backed up, where the store from before stands now. */
export const RestoreLine = z.strictObject({ data: z.string(), reports: z.int(), madeAt: z.string(), product: z.string(), aside: z.string().nullable() });

/** A line of `wenbao recurrences --json`: work that a report promises, who does it once it is switched on, the period that is open, and those that are done. */
export const RecurrenceLine = z.strictObject({
  id: z.string(),
  report: z.string(),
  org: z.string(),
  interval: z.enum(['week', 'month', 'quarter', 'half-year', 'year']),
  times: z.int().positive().nullable(),
  what: z.string(),
  citation: z.looseObject({ kind: z.literal('report'), report: z.string(), quote: z.string(), spans: z.array(Span) }),
  owner: z.string().nullable(),
  to: z.strictObject({ channel: z.string(), conversation: z.string() }).nullable(),
  open: z.strictObject({ name: z.string(), due: z.string() }).nullable(),
  done: z.array(z.strictObject({ period: z.string(), evidence: z.string(), by: z.string(), at: z.string() })),
});

/** A line of `wenbao doctor --json`. */
export const DoctorLine = z.strictObject({ check: z.string(), ok: z.boolean(), message: Message, hint: Message.optional() });

/** A line of `wenbao forget --json`: how many rows of each kind were deleted, messages whose words were, and reminders of their own. */
export const ForgetLine = z.strictObject({ target: z.string(), memories: z.number().int(), audit: z.number().int(), unanswered: z.number().int(), messages: z.number().int(), reminders: z.number().int() });

/** A line of `wenbao unanswered --json`: a question that was not answered, equal ones counted together; `nearest` are complete questions. */
export const UnansweredLine = z.strictObject({
  question: z.string(),
  lang: z.enum(['zh', 'en']),
  times: z.int().positive(),
  firstAt: z.string(),
  lastAt: z.string(),
  status: z.enum(STATUSES),
  reason: z.enum(REASONS),
  intent: z.string(),
  nearest: z.array(z.string()),
});

/** A line of `wenbao alias list --json`. */
export const AliasLine = z.strictObject({ phrase: z.string(), metric: z.string() });

/** A change of an alias: what `alias add`, `remove`, `undo` and `alias list --history` print with `--json`. */
export const AliasChangeLine = z.strictObject({ id: z.int().positive(), phrase: z.string(), before: z.string().nullable(), after: z.string().nullable(), by: z.string(), at: z.string(), undoes: z.int().nullable() });

/** What `alias … --json` prints for a change that must not be; `with` names what is collided with. */
export const AliasRefusal = z.strictObject({ error: z.strictObject({ code: z.enum(ALIAS_PROBLEMS), with: z.string().nullable(), message: Message }) });

/** A line of `wenbao ask --replay --json`: what would be posted where. */
export const ReplayLine = z.strictObject({
  to: z.strictObject({ channel: z.string(), conversation: z.string(), thread: z.string().nullable() }),
  mention: z.strictObject({ speaker: z.string(), name: z.string().nullable() }).nullable(),
  message: z.looseObject({ lang: z.enum(['zh', 'en']), status: z.string(), text: z.string(), answerId: z.string().nullable() }),
});

/** Prints one JSON object on a line of standard output, checked against its schema first: what drifts from the contract is a fault, not output. */
export function printLine<S extends z.ZodType>(schema: S, value: z.input<S>): void {
  process.stdout.write(`${JSON.stringify(schema.parse(value))}\n`);
}
