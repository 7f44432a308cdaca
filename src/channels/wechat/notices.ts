import { z } from 'zod';
import { bothLanguages, filled, loadData } from '../../../index/mod.js';
import type { Message } from '../../render/message.js';

const Notices = z.strictObject({ missed: bothLanguages, nothingMore: bothLanguages, voice: bothLanguages, picture: bothLanguages, video: bothLanguages, file: bothLanguages, money: bothLanguages, card: bothLanguages, bound: bothLanguages, wrongCode: bothLanguages, fileLeft: bothLanguages });
/** The name of a notice of `notices.json`. */
export type NoticeName = keyof z.output<typeof Notices>;

let loaded: z.output<typeof Notices> | undefined;

/** What the bot says of itself. In Chinese, whatever language is asked in: it answers what is no text. */
export function noticeOf(name: NoticeName, values: Readonly<Record<string, string>> = {}): Message {
  const text = filled((loaded ??= loadData('src/channels/wechat/notices.json', Notices))[name].zh, values);
  return { lang: 'zh', status: 'notice', blocks: [], citations: [], text, answerId: null };
}
