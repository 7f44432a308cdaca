export { createAssistant, type AskOptions, type Assistant, type AssistantPorts } from './assistant.js';
export { AnswerJson, REASONS, reportCitations, STATUSES, type Answer, type AnswerCitation, type BasisCitation, type Block, type Inline, type Reason, type Reply, type ReportCitation, type Row, type Status } from './answer/answer.js';
export { placeOf as placeOfCitation, plainText, quoteOf } from './answer/compose.js';
export { basisOf, byCalendar, calendarDay, deadlineLine } from './answer/deadline-lines.js';
export { say, wordsOf } from './answer/phrases.js';
export { ConversationsInMemory, type ConversationBook, type Remembered } from './conversation.js';
export { lawOnly, type DeadlineBook } from './deadlines.js';
export { intents } from './intents.js';
export type { Intent, Memory } from './intent.js';
