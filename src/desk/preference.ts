import type { Kysely } from 'kysely';
import { z } from 'zod';
import { fold, loadData, type Lang } from '../../index/mod.js';
import { languageOf } from '../../intents/mod.js';
import type { Person } from '../channels/channel.js';
import { bounded } from './message-key.js';
import type { DeskTables } from './tables.js';

/** The language that somebody chose for good; null where answers follow the question. */
export async function languageChosen(database: Kysely<DeskTables>, { from, speaker }: Person): Promise<Lang | null> {
  const row = await database.selectFrom('desk_preference').select('lang').where('channel', '=', from.channel).where('speaker', '=', bounded(speaker)).executeTakeFirst();
  return row?.lang ?? null;
}

/** The language to speak to somebody in who asks nothing: the one they chose, else that of their last question, else Chinese. */
export async function languageOfPerson(database: Kysely<DeskTables>, who: Person): Promise<Lang> {
  const chosen = await languageChosen(database, who);
  if (chosen !== null) return chosen;
  const last = await database.selectFrom('desk_audit').select('question').where('channel', '=', who.from.channel).where('speaker', '=', bounded(who.speaker)).where('answer_id', 'is not', null).orderBy('id', 'desc').executeTakeFirst();
  return last === undefined ? 'zh' : languageOf(last.question);
}

/** Keeps what somebody chose until they choose again or are forgotten; null lets answers follow the question again. */
export async function chooseLanguage(database: Kysely<DeskTables>, { from, speaker }: Person, lang: Lang | null, at: Date): Promise<void> {
  const key = { channel: from.channel, speaker: bounded(speaker) };
  if (lang === null) {
    await database.deleteFrom('desk_preference').where('channel', '=', key.channel).where('speaker', '=', key.speaker).execute();
    return;
  }
  const chosen = { lang, at: at.toISOString() };
  await database
    .insertInto('desk_preference')
    .values({ ...key, ...chosen })
    .onConflict((conflict) => conflict.columns(['channel', 'speaker']).doUpdateSet(chosen))
    .execute();
}

const Phrases = z.strictObject({ zh: z.array(z.string().min(1)), en: z.array(z.string().min(1)), follow: z.array(z.string().min(1)) });

let phrases: ReadonlyMap<string, Lang | null> | undefined;

/** What a message chooses when it is nothing but a wish for a language: undefined when it is anything else. */
export function languageWish(text: string): Lang | null | undefined {
  if (phrases === undefined) {
    const { zh, en, follow } = loadData('src/desk/language-wishes.json', Phrases);
    phrases = new Map([...zh.map((phrase) => [bare(phrase), 'zh'] as const), ...en.map((phrase) => [bare(phrase), 'en'] as const), ...follow.map((phrase) => [bare(phrase), null] as const)]);
  }
  return phrases.get(bare(text));
}

function bare(text: string): string {
  return fold(text.slice(0, 200)).text.toLowerCase().replace(/[\p{P}\s]+/gu, '');
}
