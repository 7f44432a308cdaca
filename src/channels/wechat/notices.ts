import { z } from 'zod';
import { loadData } from '../../../index/mod.js';
import type { Message } from '../../render/message.js';

const Text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const Notices = z.strictObject({ missed: Text, nothingMore: Text, voice: Text, picture: Text, video: Text, file: Text, money: Text, card: Text, bound: Text, wrongCode: Text, fileLeft: Text });
export type NoticeName = keyof z.output<typeof Notices>;

let loaded: z.output<typeof Notices> | undefined;

/** What the bot says of itself. In Chinese, whatever language is asked in: it answers what is no text. */
export function noticeOf(name: NoticeName, values: Readonly<Record<string, string>> = {}): Message {
  const text = (loaded ??= loadData('src/channels/wechat/notices.json', Notices))[name].zh.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '');
  return { lang: 'zh', status: 'notice', blocks: [], citations: [], text, answerId: null };
}
