import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askForm } from '../../../src/channels/slack/ask-form.js';
import { commandOf } from '../../../src/channels/slack/command.js';
import { messageOf } from '../../../src/render/message.js';
import { slackBlocks } from '../../../src/render/slack-blocks.js';
import { closedHomeBlocks, fileButtons, homeBlocks, type HomeData } from '../../../src/render/slack-home.js';
import { AT, deskOver, type Desk } from '../../intents/assistant-over.js';
import { samples } from '../channels/web/site-over.js';
import { refusals, viewRefusals } from './slack-payload.js';

// What Slack is sent, as files that were looked at as pictures (tests/fixtures/slack/README.md says by whom and how). After a wanted change: write them anew with
// WRITE_SLACK_FIXTURES=1, look at each, and say so there.
const folder = new URL('../../fixtures/slack/', import.meta.url);
const PUBLIC = 'https://wenbao.example';

const HOME: HomeData = {
  lang: 'zh',
  held: [{ year: 2022, reports: 2 }, { year: 2021, reports: 3 }],
  missing: { year: 2022, names: ['柳河乡', '白水镇'] },
  deadlines: [{ who: '各级行政机关', date: '2023-01-31', workingDays: 12 }],
  findings: [{ org: '青石镇', year: 2022, errors: 1, warnings: 2, worst: { zh: '新收之和与办理结果总计不等', en: 'requests received do not match those dealt with' }, question: '青石镇2022年报告有什么问题？' }],
  asked: [{ question: '勐来乡2020年村为民服务站办理了多少件？', times: 4 }],
};

const QUESTIONS: Readonly<Record<string, string>> = {
  figure: '勐来乡2020年村为民服务站办理了多少件？',
  'figure-en': 'How many requests did Qingshi Town receive in 2021?',
  clarify: '新收申请多少件？',
  trend: '青石镇新收申请历年变化',
  'rank-table': '2021年各单位新收申请从多到少排名',
  refusal: '勐来乡2020年栽了多少棵树？',
};

let desk: Desk;
/** With two more towns, so that a rank is long enough for a table. */
let county: Desk;
beforeAll(async () => {
  const texts = samples();
  desk = await deskOver(texts);
  county = await deskOver({ ...texts, 'b.txt': texts['qingshi-2021.txt']!.replaceAll('青石镇', '白水镇'), 'h.txt': texts['liuhe-2021.txt']!.replaceAll('柳河乡', '黑水乡') });
});
afterAll(async () => {
  await desk.close();
  await county.close();
});

async function rendered(name: string): Promise<object> {
  if (name === 'home') return { type: 'home', blocks: homeBlocks(HOME, 'zh') };
  if (name === 'home-en') return { type: 'home', blocks: homeBlocks({ ...HOME, lang: 'en', missing: null, findings: [], asked: [], held: [], deadlines: [{ who: 'administrative organs', date: '2023-01-31', workingDays: 12 }] }, null) };
  if (name === 'home-closed') return { type: 'home', blocks: closedHomeBlocks('县公开办 12345') };
  if (name === 'form') return askForm(commandOf({ command: '/wenbao', text: '', user_id: 'U1', channel_id: 'C1', trigger_id: 't', response_url: 'https://hooks.slack.com/commands/1' }, AT)!, { organisations: ['勐来乡', '青石镇', '柳河乡'], years: [2022, 2021, 2020] });
  if (name === 'file-buttons') return { blocks: fileButtons('zh', [{ id: 'F01', name: '白水镇2022.docx' }, { id: 'F02', name: '柳河乡2022.pdf' }]) };
  const { answer, blocks } = await (name === 'rank-table' ? county : desk).assistant.reply(QUESTIONS[name]!, { at: AT });
  return slackBlocks(messageOf({ answer: { ...answer, answerId: 'answer-1', tookMs: 1 }, blocks }), PUBLIC);
}

describe('what Slack is sent', () => {
  it.each([...Object.keys(QUESTIONS), 'home', 'home-en', 'home-closed', 'form', 'file-buttons'])('%s is as it was when it was looked at', async (name) => {
    const shown = JSON.parse(JSON.stringify(await rendered(name))) as { readonly type?: string; readonly blocks: unknown };
    const file = new URL(`${name}.json`, folder);
    if (process.env['WRITE_SLACK_FIXTURES'] === '1') writeFileSync(file, `${JSON.stringify(shown, null, 2)}\n`);
    expect(shown).toEqual(JSON.parse(readFileSync(file, 'utf8')));
    expect(shown.type === undefined ? refusals({ text: 'x', ...shown }) : viewRefusals(shown)).toEqual([]);
  });
});
