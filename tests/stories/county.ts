import { numbersFrom } from './numbers.js';

/** An invented county: twelve townships, thirty departments, the county itself and its office, and one organisation that owes nothing. */
const TOWNSHIPS = ['青石镇', '柳河乡', '白杨镇', '石桥镇', '云溪乡', '红岩乡', '东林镇', '南坪镇', '西坡乡', '北塘镇', '大湾乡', '小河镇'];
const DEPARTMENTS = ['教育局', '民政局', '财政局', '司法局', '自然资源局', '交通运输局', '水务局', '农业农村局', '商务局', '文化和旅游局', '卫生健康局', '应急管理局', '审计局', '市场监督管理局', '统计局', '林业和草原局', '医疗保障局', '信访局', '发展和改革局', '科学技术局', '公安局', '人力资源和社会保障局', '生态环境局', '住房和城乡建设局', '退役军人事务局', '乡村振兴局', '体育局', '城市管理局', '档案局', '机关事务管理局'];

const wechat = (conversation: string) => ({ channel: 'wechat' as const, conversation, language: 'zh' as const });
const slack = (conversation: string, language: 'zh' | 'en' = 'zh') => ({ channel: 'slack' as const, conversation, language });

/** Departments share a room; each township has its own, and its owner can be written to alone. The office supervises all. */
export const ROSTER = {
  within: '云岭县',
  supervisor: '县政府办公室',
  organisations: [
    { name: '云岭县', level: 'county' as const, rooms: [slack('C-county', 'en')], aliases: [], supervisor: undefined },
    { name: '云岭县政府办公室', level: 'department' as const, rooms: [slack('C-office')], aliases: ['县政府办公室'] },
    ...TOWNSHIPS.map((name, i) => ({ name, aliases: [], rooms: [wechat(`room@${name}`)], ...(i % 2 === 0 && { owner: { name: `${name}经办人`, slack: `U-${i}` } }) })),
    ...DEPARTMENTS.map((name) => ({ name, level: 'department' as const, aliases: [], rooms: [wechat('room@县直部门')], ...(name === '机关事务管理局' && { exempt: { why: '由办公室合并编制' } }) })),
    { name: '供销合作社', level: 'department' as const, aliases: [], rooms: [wechat('room@县直部门')], exempt: { why: '不是行政机关' } },
  ],
};

export const DEADLINES = {
  local: [{ id: 'townships', levels: ['township' as const], date: '01-15', who: '各乡镇', notice: '云岭县政府办公室关于编制2025年度报告的通知', says: '各乡镇应于1月15日前报送县政府办公室。' }],
};

export interface Happening {
  readonly at: Date;
  readonly who: string;
  readonly change: 'submitted' | 'returned' | 'published';
  readonly why: string | null;
}

const day = (from: string, after: number, hour: number): Date => new Date(Date.parse(`${from}T00:00:00+08:00`) + after * 86_400_000 + hour * 3_600_000);

/** Who hands in when: most in January, some late, a few sent back; a seed decides. */
export function happeningsOf(seed: number): Happening[] {
  const random = numbersFrom(seed);
  const found: Happening[] = [];
  for (const name of [...TOWNSHIPS, ...DEPARTMENTS.slice(0, -1)]) {
    const late = random() < 0.12;
    const handedIn = day('2026-01-04', Math.floor(late ? 28 + random() * 24 : random() * 24), 8 + Math.floor(random() * 9));
    found.push({ at: handedIn, who: name, change: 'submitted', why: null });
    if (random() < 0.1) {
      found.push({ at: new Date(handedIn.getTime() + 86_400_000), who: name, change: 'returned', why: '表三合计与各栏之和不符' });
      found.push({ at: new Date(handedIn.getTime() + 4 * 86_400_000), who: name, change: 'submitted', why: null });
    }
  }
  found.push({ at: day('2026-01-12', 0, 10), who: '县政府办公室', change: 'published', why: null }, { at: day('2026-03-25', 0, 10), who: '云岭县', change: 'published', why: null });
  return found.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** When the program does not run, and why. */
export const DOWNTIMES = [
  { from: new Date('2026-01-05T08:00:00+08:00'), to: new Date('2026-01-06T11:00:00+08:00'), why: '机房停电' },
  { from: new Date('2026-01-29T18:00:00+08:00'), to: new Date('2026-02-02T14:00:00+08:00'), why: '服务器搬迁' },
];

/** A room whose window is closed until somebody writes there, and one whose reports another channel takes over. */
export const CLOSED = { rooms: ['room@柳河乡', 'room@青石镇'], from: new Date('2026-01-01T00:00:00+08:00'), writes: { room: 'room@柳河乡', at: new Date('2026-01-13T16:00:00+08:00') } };

/** A room that is dissolved in the middle of the winter. */
export const GONE = { room: 'room@白杨镇', from: new Date('2026-01-13T10:00:00+08:00') };
