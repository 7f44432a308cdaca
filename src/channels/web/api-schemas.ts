import { z } from 'zod';
import { AnswerJson } from '../../../intents/mod.js';
import { CheckLine } from '../../render/check-line.js';
import { FigureLine } from '../../render/figure-line.js';
import { ReportLine } from '../../render/report-line.js';

/** Body of `POST /api/ask`. */
export const AskRequest = z.strictObject({
  q: z.string().describe('the question, in Chinese or English'),
  session: z.string().min(1).max(200).optional().describe('questions of one session share a conversation'),
  at: z.iso.datetime({ offset: true }).or(z.iso.date()).optional().describe('the moment of asking; now when absent'),
});

/** Query of `GET /api/reports`. */
export const ReportsQuery = z.strictObject({ history: z.enum(['true', 'false']).optional().describe('true: old and withdrawn versions too') });

/** Query of `GET /api/figures`. */
export const FiguresQuery = z.strictObject({
  report: z.string().min(1).describe('id of a report, as /api/reports gives it'),
  version: z.coerce.number().int().positive().optional().describe('the version in use when absent'),
  metric: z.string().min(1).optional().describe('only figures of this metric'),
});

/** Query of `GET /api/check`. */
export const CheckQuery = z
  .strictObject({
    report: z.string().min(1).optional().describe('id of a report, as /api/reports gives it'),
    year: z.coerce.number().int().min(1900).max(9999).optional().describe('all reports held of that year'),
  })
  .refine(({ report, year }) => (report === undefined) !== (year === undefined), { message: 'either report or year' });

/** Query of `POST /api/check`, whose body is the file itself. */
export const CheckFileQuery = z.strictObject({ name: z.string().min(1).max(255).describe('name of the file; its ending says what it claims to be') });

/** Why the API did not do what was asked: programs match on it. */
const REFUSAL_CODES = ['bad_request', 'unsupported_media_type', 'not_found', 'method_not_allowed', 'too_large', 'unreadable_file', 'no_permission', 'wrong_host', 'wrong_origin', 'too_many_requests', 'stalled', 'desk', 'fault'] as const;

/** What the API says when it cannot do what was asked; `field` names what is wrong in the request. */
export const Refusal = z.strictObject({
  error: z.strictObject({ code: z.enum(REFUSAL_CODES), field: z.string().nullable(), message: z.strictObject({ zh: z.string(), en: z.string() }) }),
});
/** Why a request to the API was refused. */
export type RefusalCode = z.output<typeof Refusal>['error']['code'];

/** Body of `/api/ask`: as `ask --json` prints it. */
export const Answered = AnswerJson;
/** Body of the API's list of reports: lines of `reports --json`. */
export const Reports = z.array(ReportLine);
/** Body of the API's list of figures: lines of `figures --json`. */
export const Figures = z.array(FigureLine);
/** Body of the API's list of findings: lines of `check --json`. */
export const Findings = z.array(CheckLine);
