import type { OwnMigrations } from '../index/mod.js';
import { aliasMigrations } from './aliases/migrations.js';
import { deskMigrations } from './desk/migrations.js';
import { checkMigrations } from './checks/migrations.js';
import { ledgerMigrations } from './ledger/migrations.js';
import { reminderMigrations } from './reminders/migrations.js';
import { rosterMigrations } from './roster/migrations.js';

/** Tables of this floor, kept beside the reports in one database. To add some: `<room>/migrations.ts` and a line. Names start with the room. */
export const ownMigrations: OwnMigrations = { ...aliasMigrations, ...checkMigrations, ...deskMigrations, ...ledgerMigrations, ...reminderMigrations, ...rosterMigrations };
