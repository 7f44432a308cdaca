import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
// @ts-expect-error plain JavaScript, so that `npm run eval` asks by the same phrasings
import { cellQuestions as phrased } from '../../eval/generated/phrasings.mjs';
import { filledReport } from './filled-tables.js';
import { seeded } from './shuffled-reports.js';

const cellQuestions = phrased as (head: { readonly org: string; readonly year: number }, metric: { readonly zh: string; readonly en: string }) => { readonly lang: string; readonly phrasing: string; readonly q: string }[];

/** `ask` are whole questions without the organisation, `np` stands in sums and shares, `short` names a part in a follow-up. */
interface Fact { readonly unit: string; readonly np: string; readonly short?: string; readonly deep?: boolean; readonly sum?: readonly string[]; readonly ask: readonly string[] }
interface Topic { readonly id: string; readonly say: string; readonly noTable?: boolean; readonly facts: Readonly<Record<string, Fact>> }
interface Data {
  readonly orgs: readonly { readonly name: string; readonly short: string; readonly level: string }[];
  readonly notHeld: readonly string[];
  readonly topics: readonly Topic[];
  readonly unitSwaps: Readonly<Record<string, readonly string[]>>;
  readonly narrower: readonly string[];
}
const data = JSON.parse(readFileSync(fileURLToPath(new URL('./generated-topics.json', import.meta.url)), 'utf8')) as Data;

/** An invented report: what it says, by topic and fact, and the cells of its tables. */
export interface Invented {
  readonly org: string;
  readonly level: string;
  readonly year: number;
  readonly text: string;
  readonly topics: readonly Topic[];
  readonly absent: readonly Topic[];
  readonly value: ReadonlyMap<string, number>;
  readonly cells: ReadonlyMap<string, number>;
}

/** Turns of one conversation (most have one) and what the last may be answered with; empty: it must not be answered. */
export interface Generated {
  readonly kind: string;
  readonly turns: readonly string[];
  readonly allowed: readonly number[];
}

/** One report an organisation, each of `topicsEach` topics drawn; every other one with the three official tables filled. */
export function inventedReports(seed: number, topicsEach = 9): Invented[] {
  const random = seeded(seed);
  return data.orgs.map(({ name, short, level }, n) => {
    const withTables = n % 2 === 1;
    const usable = shuffled(data.topics.filter((topic) => !(withTables && topic.noTable)), random);
    const topics = usable.slice(0, topicsEach);
    const value = new Map<string, number>();
    const used = new Set<number>();
    const fresh = (low: number, high: number): number => {
      for (;;) {
        const n = low + Math.floor(random() * (high - low));
        if (!used.has(n)) return used.add(n) && n;
      }
    };
    const sentences = topics.map((topic) => {
      for (const [id, { unit, sum }] of Object.entries(topic.facts).toReversed()) {
        const at = `${topic.id}.${id}`;
        value.set(at, sum ? sum.reduce((total, part) => total + value.get(`${topic.id}.${part}`)!, 0) : unit === '%' ? fresh(700, 999) / 10 : unit === '万元' ? fresh(101, 999) / 10 : fresh(21, 999));
      }
      return topic.say.replaceAll('{level}', level).replaceAll(/\{(\w)\}/g, (_, id: string) => String(value.get(`${topic.id}.${id}`)));
    });
    const year = 2020;
    const prose = sentences.join('\n\n');
    const filled = withTables ? filledReport(name, year, 2000 + 1000 * n, prose) : null;
    const text = filled?.text ?? `${name}${year}年政府信息公开工作年度报告\n\n一、总体情况\n\n${prose}\n\n五、存在的主要问题及改进情况\n\n公开内容还不够全面。\n`;
    return { org: short, level, year, text, topics, absent: data.topics.filter((topic) => !topics.includes(topic) && !(withTables && topic.noTable)), value, cells: filled?.value ?? new Map() };
  });
}

export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list.map((item) => [random(), item] as const).sort(([a], [b]) => a - b).map(([, item]) => item);
}

const round = (n: number): number => Math.round(n * 100) / 100;

/** Questions on one report. */
export function questionsOn(report: Invented, others: readonly Invented[], random: () => number): Generated[] {
  const head = `${report.org}${report.year}年`;
  const made: Generated[] = [];
  const add = (kind: string, turns: string | readonly string[], ...allowed: number[]): void => void made.push({ kind, turns: (typeof turns === 'string' ? [turns] : turns).map((turn) => turn.replaceAll('{level}', report.level)), allowed });
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const facts = report.topics.flatMap((topic) => Object.entries(topic.facts).map(([id, fact]) => ({ topic, id, fact, value: report.value.get(`${topic.id}.${id}`)! })));
  for (const { topic, id, fact, value } of facts) {
    for (const ask of fact.ask) add('plain', head + ask, value);
    const ask = pick(fact.ask);
    add('place in front, year dropped', `${report.org}${ask}？`, value);
    add('place and year behind', `${ask}，${report.org}${report.year}年的`, value);
    add('politely', `请问一下${report.org}在${report.year}年${ask}呢？`, value);
    for (const unit of data.unitSwaps[fact.unit] ?? []) {
      const swapped = fact.ask[0]!.replace(/(?:多少|几)[件条批次篇期人场个名家起%万元台份户公里盏项处]*$|是多少$/u, `多少${unit}`);
      if (swapped !== fact.ask[0] && swapped.endsWith(unit)) add(`asked in another unit (${fact.unit} → ${unit})`, head + swapped);
    }
    add('another year', `${report.org}${report.year - 2}年${ask}`);
    add('another place', `${pick(data.notHeld)}${report.year}年${ask}`);
    if (!ask.startsWith('全')) add('another level', `${head}全县${ask}`);
    add('narrower', head + pick(data.narrower) + ask);
    add('narrower behind', `${head}${fact.np}中${pick(data.narrower.slice(0, 4))}有多少${fact.unit === '%' ? '件' : fact.unit}`);
    if (/^[a-z]$/.test(id) && fact.unit !== '%') add('a month’s average', `${head}平均每月${ask}`);
    if (fact.unit !== '%') add('not done', `${head}没有${fact.ask[0]}`);
    add('planned', `${head}计划${ask}`);
    add('next year', `${report.org}明年${ask}`);
    add('last year', `${report.org}去年${ask}`);
    add('a change that is not stated', `${head}${fact.np}比上年增加多少${fact.unit}`);
    add('follow-up: another year', [head + ask, `${report.year - 2}年呢`]);
    const other = pick(others);
    const there = other.value.get(`${topic.id}.${id}`) ?? (fact.np === '政府信息公开申请' ? other.cells.get('req.new.total') : undefined);
    add('follow-up: another place', [head + ask, `那${other.org}呢`], ...(there === undefined ? [] : [there]));
    const [mate, wanted] = pick(facts.filter((one) => one.topic !== topic && one.fact.unit === fact.unit).map((one) => [one.fact, one.value] as const).concat([[fact, value]]));
    if (mate !== fact) {
      add('sum over topics', `${head}${fact.np}和${mate.np}一共多少${fact.unit}`, round(value + wanted));
      add('difference over topics', `${head}${fact.np}比${mate.np}多多少${fact.unit}`, round(value - wanted));
      add('follow-up: another topic', [head + pick(fact.ask), `那${mate.ask[0]}`], wanted);
    }
    if (fact.sum) {
      const parts = fact.sum.map((part) => ({ fact: topic.facts[part]!, value: report.value.get(`${topic.id}.${part}`)! }));
      for (const part of parts) {
        const share = round((part.value / value) * 100);
        add('share of the whole', `${head}${part.fact.np}占${fact.np}的比例是多少`, share);
        add('share', `${head}${part.fact.np}占比多少`, share);
        add('all but one', `${head}除${part.fact.np}以外的${fact.np}有多少${fact.unit}`, value - part.value);
        if (part.fact.short) {
          add('follow-up: part', [head + pick(fact.ask), `其中${part.fact.short}呢`], part.value);
          add('follow-up: part, share', [head + pick(fact.ask), `其中${part.fact.short}呢`, '占比多少'], share);
          const sibling = parts.find((one) => one !== part)!;
          if (sibling.fact.short) {
            add('follow-up: sibling', [head + pick(part.fact.ask), `那${sibling.fact.short}呢`], sibling.value);
            add('follow-up: sibling and back', [head + pick(part.fact.ask), `${sibling.fact.short}呢`, `${part.fact.short}呢`], part.value);
            add('follow-up: together', [head + pick(part.fact.ask), `${sibling.fact.short}呢`, '合计呢'], part.value + sibling.value, value);
          }
        }
        for (const sibling of parts.filter((one) => one !== part)) {
          add('sum of siblings', `${head}${part.fact.np}和${sibling.fact.np}一共多少${fact.unit}`, part.value + sibling.value);
          add('difference of siblings', `${head}${part.fact.np}比${sibling.fact.np}多多少`, part.value - sibling.value);
          add('ratio of siblings', `${head}${part.fact.np}是${sibling.fact.np}的几倍`, round(part.value / sibling.value));
        }
      }
    }
    if (fact.unit === '%') add('negated rate', `${head}${fact.np.replace('率', '不了的比率').replace('满意度', '不满意的比例')}是多少`, round(100 - value));
  }
  for (const topic of report.absent) for (const fact of Object.values(topic.facts)) add('another topic', head + pick(fact.ask));
  const stations = report.value.get('stations.a');
  for (const [at, ask] of [['training.b', '平均每期培训参训多少人次'], ['meetings.b', '平均每场院坝会多少人次参加']] as const) {
    const [total, over] = [report.value.get(at), report.value.get(at.replace('.b', '.a'))];
    if (total !== undefined && over !== undefined) add('average', head + ask, round(total / over));
  }
  if (stations !== undefined) add('average', `${head}平均每个村级便民服务站配备代办员多少名`, round(report.value.get('stations.b')! / stations));
  return made;
}

/** Cells of the official tables asked for in both languages, by the dictionary's own names. */
export function questionsOnCells(report: Invented, metrics: readonly { readonly id: string; readonly zh: string; readonly en: string }[]): Generated[] {
  return metrics.flatMap((metric) => {
    const value = report.cells.get(metric.id);
    if (value === undefined) return [];
    const asked = (year: number): readonly { readonly lang: string; readonly phrasing: string; readonly q: string }[] => cellQuestions({ org: report.org, year }, metric);
    const elsewhere = asked(report.year - 1)[0]!;
    return [...asked(report.year).map(({ phrasing, q }) => ({ kind: `cell, ${phrasing}`, turns: [q], allowed: [value] })), { kind: 'cell of another year', turns: [elsewhere.q], allowed: [] }];
  });
}
