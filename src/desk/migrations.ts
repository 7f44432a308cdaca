import type { Kysely } from 'kysely';
import type { OwnMigrations } from '../../index/mod.js';

/** The desk's tables (`tables.ts`). Numbered, never edited once released. */
export const deskMigrations: OwnMigrations = { 'desk-0001-messages': { up: createTables }, 'desk-0002-feedback': { up: createFeedback }, 'desk-0003-preference': { up: createPreference }, 'desk-0004-deeds': { up: addDeeds } };

async function createTables({ schema }: Kysely<never>): Promise<void> {
  await schema
    .createTable('desk_message')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('thread', 'text')
    .addColumn('speaker', 'text', (column) => column.notNull())
    .addColumn('direct', 'integer', (column) => column.notNull())
    .addColumn('text', 'text')
    .addColumn('sent_at', 'text', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text')
    .addColumn('reply', 'text')
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('held_until', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('desk_message_id', ['channel', 'message'])
    .execute();
  await schema.createIndex('desk_message_by_state').on('desk_message').columns(['state', 'held_until']).execute();
  await schema
    .createTable('desk_memory')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('thread', 'text', (column) => column.notNull())
    .addColumn('speaker', 'text', (column) => column.notNull())
    .addColumn('direct', 'integer', (column) => column.notNull())
    .addColumn('memory', 'text', (column) => column.notNull())
    .addColumn('asked_at', 'text', (column) => column.notNull())
    .addColumn('kept_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('desk_memory_key', ['channel', 'conversation', 'thread', 'speaker'])
    .execute();
  await schema
    .createTable('desk_audit')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('speaker', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('answer_id', 'text')
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('intent', 'text')
    .addColumn('citations', 'text', (column) => column.notNull())
    .addColumn('delivery', 'text')
    .addColumn('ms', 'integer', (column) => column.notNull())
    .execute();
  await schema.createIndex('desk_audit_by_time').on('desk_audit').column('at').execute();
  await schema.createIndex('desk_audit_by_message').on('desk_audit').columns(['channel', 'message']).execute();
}

async function createFeedback({ schema }: Kysely<never>): Promise<void> {
  await schema
    .createTable('desk_feedback')
    .addColumn('answer_id', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('speaker', 'text', (column) => column.notNull())
    .addColumn('helpful', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('desk_feedback_key', ['answer_id', 'channel', 'speaker'])
    .execute();
  await schema.createIndex('desk_feedback_by_time').on('desk_feedback').column('at').execute();
}

async function createPreference({ schema }: Kysely<never>): Promise<void> {
  await schema
    .createTable('desk_preference')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('speaker', 'text', (column) => column.notNull())
    .addColumn('lang', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('desk_preference_key', ['channel', 'speaker'])
    .execute();
  await schema.createIndex('desk_audit_by_speaker').on('desk_audit').columns(['channel', 'speaker']).execute();
}

async function addDeeds({ schema }: Kysely<never>): Promise<void> {
  await schema.alterTable('desk_message').addColumn('deed', 'text').execute();
  await schema.alterTable('desk_message').addColumn('alone', 'integer', (column) => column.notNull().defaultTo(0)).execute();
  // What was noted before is shown to nobody: it may have been asked where nobody else read it.
  await schema.alterTable('desk_audit').addColumn('shared', 'integer', (column) => column.notNull().defaultTo(0)).execute();
}
