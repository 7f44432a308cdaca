import { mkdirSync } from 'node:fs';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLibrary, type OpenLibrary } from '../../index/mod.js';
import { AnswerJson, ConversationsInMemory, createAssistant, placeOfCitation, quoteOf, type Answer } from '../../intents/mod.js';
import { partsOf } from '../../src/channels/wechat/parts.js';
import { renderForTerminal } from '../../src/render/ansi.js';
import { messageHtml } from '../../src/render/html.js';
import { messageOf, type Message } from '../../src/render/message.js';
import { slackBlocks } from '../../src/render/slack-blocks.js';
import { ownMigrations } from '../../src/tables.js';
import { here, SAMPLES, scratch } from './command.js';

const AT = '2026-11-23T10:00:00+08:00';
const PUBLIC = 'https://wenbao.example.cn';

/** How each place shows a message, as the text that a person there reads. To add a place: a line. */
const PLACES: Readonly<Record<string, (message: Message) => string>> = {
  'plain text': (message) => message.text,
  terminal: (message) => renderForTerminal(message, false),
  Slack: (message) => textsIn(slackBlocks(message, PUBLIC).blocks).join('\n'),
  'Slack, as a notification': (message) => slackBlocks(message, PUBLIC).text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  WeChat: (message) => partsOf(message, PUBLIC, 300).parts.join('\n'),
  'the web page': (message) => load(messageHtml(message, { openSource: '查看原文', quoted: '原文' }).toString()).text(),
};

const QUESTIONS: readonly string[] = [
  '勐来乡村为民服务站办理了多少件？',
  'How many service items did the village service stations of Menglai handle?',
  '勐来乡4079件是怎么来的？',
  '勐来乡村为民服务站占多少？',
  '勐来乡2020年领导小组组长是谁？',
  '勐来乡2020年收到多少件申请？',
  '勐来乡建立了哪些制度？',
  '勐来乡为什么群众满意？',
  '勐来乡存在的主要问题是什么？',
  '收到多少件申请？',
  '勐来乡电话咨询多少件？',
  '收录了哪些报告？',
  '年报几号前要交？',
  'What can I ask?',
  '今天天气怎么样',
  '多'.repeat(2000),
];

const folder = scratch();
let held: OpenLibrary;
let machine: Answer[];
let messages: Message[];

beforeAll(async () => {
  const data = folder.path('store');
  mkdirSync(data);
  await here(['ingest', SAMPLES, '--data', data]);
  machine = [];
  for (const question of QUESTIONS) machine.push(AnswerJson.parse((await here(['ask', question, '--json', '--at', AT, '--data', data])).lines()[0]));
  held = await openLibrary(data, { migrations: ownMigrations });
  const assistant = createAssistant({ library: held.library, conversations: new ConversationsInMemory(), onFault: () => {} });
  messages = [];
  for (const question of QUESTIONS) messages.push(messageOf(await assistant.reply(question, { at: new Date(AT) })));
}, 240_000);
afterAll(async () => {
  await held.close();
  folder.drop();
});

/** Every text in blocks as Slack shows them; links by their words, buttons by theirs. */
function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('text' in value && typeof value.text === 'string') return [('type' in value && value.type === 'mrkdwn' ? value.text.replace(/<[^|>]*\|([^>]*)>/g, '$1') : value.text)];
  // Neighbouring pieces of one line belong together: a number may be a piece of its own.
  if ('type' in value && value.type === 'rich_text_section' && 'elements' in value) return [textsIn(value.elements).join('')];
  return Object.values(value).flatMap(textsIn);
}

const squeezed = (text: string): string => text.replace(/\s+/g, '');
/** The numbers of a text, without those of addresses and of a place's own counting (parts of a message, numbered choices). */
const numbers = (text: string): Set<string> => new Set(text.replace(/https?:\S+/g, '').replace(/（\d+\/\d+[^）]*）/g, '').replace(/^\d+(?:\. |$)/gm, '').match(/\d[\d,.]*\d|\d/g) ?? []);

describe.each(Object.entries(PLACES))('in %s', (_, shows) => {
  it.each(QUESTIONS.map((question, i) => [question.slice(0, 30), i] as const))('%s: the figures and citations of ask --json, and no other', (__, i) => {
    const answer = machine[i]!;
    const shown = shows(messages[i]!);
    expect(numbers(shown)).toEqual(numbers(answer.text));
    // The asked figure comes first; its parts may stand under the same line of place.
    const [asked] = answer.rows;
    if (asked) expect(squeezed(shown)).toContain(squeezed(placeOfCitation(answer.citations[asked.citation]!)));
    const quotes = messages[i]!.blocks.flatMap((block) => (block.type === 'quote' ? [answer.citations[block.citation]!] : []));
    for (const citation of quotes) {
      expect(squeezed(shown)).toContain(squeezed(quoteOf(citation)));
      expect(squeezed(shown)).toContain(squeezed(placeOfCitation(citation)));
    }
    for (const option of answer.options) expect(squeezed(shown)).toContain(squeezed(option));
  });
});

describe('the questions', () => {
  it('bring forth every status but a fault, figures, derived values, laws and what is counted over', () => {
    expect(new Set(machine.map(({ status }) => status))).toEqual(new Set(['answered', 'clarify', 'not_found', 'out_of_scope']));
    expect(machine.some(({ rows }) => rows.length > 1) && machine.some(({ derived }) => derived !== null)).toBe(true);
    expect(new Set(machine.flatMap(({ citations }) => citations.map(({ kind }) => kind)))).toEqual(new Set(['report', 'law', 'config']));
  });

  it('are answered alike by the machine and for people', () => {
    expect(messages.map(({ text, status, citations }) => ({ text, status, citations }))).toEqual(machine.map(({ text, status, citations }) => ({ text, status, citations })));
  });
});
