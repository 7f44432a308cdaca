export { createAssistant, type AskOptions, type Assistant, type AssistantPorts } from './assistant.js';
export { AnswerJson, REASONS, STATUSES, type Answer, type Block, type Inline, type Reason, type Row, type Status } from './answer/answer.js';
export { ConversationsInMemory, type ConversationBook, type Remembered } from './conversation.js';
export { intents } from './intents.js';
export type { Intent, Memory } from './intent.js';
