import { describe, expect, it } from 'vitest';
import { configSchema } from '../../../src/config/parts.js';
import { lineOf, readConfig } from '../../../src/config/read.js';
import { rosterPart } from '../../../src/roster/config.js';
import { rosterOf } from '../../../src/roster/roster.js';

const { schema } = rosterPart;
const OFFICE = { name: '政务公开办公室', level: 'department', exempt: { why: '不单独编报' } };

describe('the roster', () => {
  it('is empty when nobody is configured', () => {
    expect(rosterOf(schema.parse(undefined)).organisations).toEqual([]);
  });

  it('reads names as reports are read: places, level, full names', () => {
    const { organisations } = rosterOf(schema.parse({ within: '沧源佤族自治县', organisations: [{ name: '勐来乡' }, { name: '沧源佤族自治县教育体育局' }, { name: '市场监督管理局' }, { name: '沧源佤族自治县人民政府' }] }));
    expect(organisations.map(({ id, name, orgPath, level }) => [id, name, orgPath, level])).toEqual([
      ['沧源佤族自治县勐来乡', '勐来乡', ['沧源佤族自治县', '勐来乡'], 'township'],
      ['沧源佤族自治县教育体育局', '沧源佤族自治县教育体育局', ['沧源佤族自治县', '教育体育局'], 'department'],
      ['沧源佤族自治县市场监督管理局', '沧源佤族自治县市场监督管理局', ['沧源佤族自治县', '市场监督管理局'], 'department'],
      ['沧源佤族自治县', '沧源佤族自治县', ['沧源佤族自治县'], 'county'],
    ]);
  });

  it('finds an organisation by name, alias, room and report', () => {
    const roster = rosterOf(schema.parse({ within: '沧源佤族自治县', supervisor: '公开办', organisations: [{ ...OFFICE, aliases: ['公开办'] }, { name: '勐来乡', aliases: ['勐来'], rooms: [{ channel: 'wechat', conversation: 'room-1' }], owner: { name: '李明', wechat: 'wxid_1' } }] }));
    const [office, menglai] = roster.organisations;
    for (const name of ['勐来', '勐来乡', '沧源佤族自治县勐来乡', ' 勐来鄉 ']) expect(roster.named(name)).toEqual([menglai]);
    expect(roster.ofRoom('wechat', 'room-1')).toEqual([menglai]);
    expect(roster.ofRoom('slack', 'room-1')).toEqual([]);
    expect(menglai).toMatchObject({ supervisor: office!.id, owner: { name: '李明', slack: null, wechat: 'wxid_1' }, place: 'wenbao.config.yaml: roster.organisations[1]' });
    expect(office!.supervisor).toBeNull();
    const org = { name: '勐来乡', fullName: '勐来乡人民政府', level: 'township' } as const;
    expect(roster.ofReport({ ...org, path: ['勐来乡'] })).toBe(menglai);
    expect(roster.ofReport({ ...org, path: ['沧源县', '勐来乡'] })).toBe(menglai);
    expect(roster.ofReport({ ...org, path: ['耿马傣族佤族自治县', '勐来乡'] })).toBeNull();
    expect(roster.ofReport({ name: '公开办', fullName: '公开办', level: 'department', path: ['沧源县', '公开办'] })).toBe(office);
  });

  it('keeps two places of one short name apart, and takes a bare report for neither', () => {
    const roster = rosterOf(schema.parse({ organisations: [{ name: '云岭县青石镇' }, { name: '罗邑县青石镇' }] }));
    expect(roster.named('青石镇')).toHaveLength(2);
    const org = { name: '青石镇', fullName: '青石镇人民政府', level: 'township' } as const;
    expect(roster.ofReport({ ...org, path: ['青石镇'] })).toBeNull();
    expect(roster.ofReport({ ...org, path: ['罗邑县', '青石镇'] })?.id).toBe('罗邑县青石镇');
  });

  it.each([
    ['one alias of two organisations', { organisations: [{ name: '勐来乡', aliases: ['乡里'] }, { name: '勐省镇', aliases: ['乡里'] }] }, ['organisations', 0, 'aliases', 0]],
    ['an alias that is another one’s name', { organisations: [{ name: '勐来乡', aliases: ['勐省镇'] }, { name: '勐省镇' }] }, ['organisations', 0, 'aliases', 0]],
    ['an alias twice', { organisations: [{ name: '勐来乡', aliases: ['勐来', '勐来'] }] }, ['organisations', 0, 'aliases', 1]],
    ['an organisation twice', { within: '沧源佤族自治县', organisations: [{ name: '勐来乡' }, { name: '沧源佤族自治县勐来乡人民政府' }] }, ['organisations', 1, 'name']],
    ['a name that tells no level', { organisations: [{ name: '云岭' }] }, ['organisations', 0, 'name']],
    ['a supervisor who is not on it', { organisations: [{ name: '勐来乡', supervisor: '公开办' }] }, ['organisations', 0, 'supervisor']],
    ['a default supervisor who is not on it', { supervisor: '公开办', organisations: [{ name: '勐来乡' }] }, ['supervisor']],
    ['supervisors in a circle', { organisations: [{ name: '勐来乡', supervisor: '勐省镇' }, { name: '勐省镇', supervisor: '勐来乡' }] }, ['organisations', 0, 'supervisor']],
    ['a circle through the default', { supervisor: '勐省镇', organisations: [{ name: '勐来乡' }, { name: '勐省镇', supervisor: '勐来乡' }] }, ['organisations', 1, 'supervisor']],
    ['an exemption without a reason', { organisations: [{ name: '勐来乡', exempt: { why: ' ' } }] }, ['organisations', 0, 'exempt', 'why']],
    ['an exemption that ends before it begins', { organisations: [{ name: '勐来乡', exempt: { why: '撤并', from: 2024, to: 2023 } }] }, ['organisations', 0, 'exempt', 'to']],
    ['a room of a channel that there is not', { organisations: [{ name: '勐来乡', rooms: [{ channel: 'qq', conversation: '1' }] }] }, ['organisations', 0, 'rooms', 0, 'channel']],
  ])('refuses %s', (_what, config, path) => {
    expect(schema.safeParse(config).error?.issues[0]?.path).toEqual(path);
  });

  it('says in which line and field two organisations share an alias', () => {
    const { problems } = readConfig('roster:\n  organisations:\n    - name: 勐来乡\n      aliases: [乡里]\n    - name: 勐省镇\n      aliases: [乡里]\n', configSchema());
    expect(problems.map((problem) => lineOf('wenbao.config.yaml', problem).en)).toEqual([
      'wenbao.config.yaml:4:17 roster.organisations[0].aliases[0] — "乡里" is also what number 2 (勐省镇) is called: one name, one organisation',
      'wenbao.config.yaml:6:17 roster.organisations[1].aliases[0] — "乡里" is also what number 1 (勐来乡) is called: one name, one organisation',
    ]);
  });
});
