import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

type Nouns = Readonly<Record<'counties' | 'stems' | 'levels' | 'centres' | 'stations' | 'matters' | 'handled' | 'bodies' | 'surnames' | 'given' | 'heads' | 'unnamedDirector' | 'otherObjects' | 'offices', readonly string[]>> & { readonly kinds: readonly (readonly [string, string])[] };
const nouns = JSON.parse(readFileSync(fileURLToPath(new URL('./shuffled-nouns.json', import.meta.url)), 'utf8')) as Nouns;

/** A report of an invented township whose nouns and numbers were drawn, with what was drawn. */
export interface Shuffled {
  readonly org: string;
  readonly year: number;
  readonly text: string;
  readonly centre: string;
  readonly station: string;
  readonly matter: string;
  readonly kinds: readonly [string, string];
  /** Handled in all, at the centre, at the stations; each then split into the two kinds. */
  readonly total: number;
  readonly atCentre: readonly [number, number, number];
  readonly atStations: readonly [number, number, number];
  readonly body: string;
  readonly leader: string;
  readonly deputy: string;
  /** Somebody who is named beside a post that nobody is named for. */
  readonly bystander: string;
  /** Items on last year's list; no decision was taken this year. */
  readonly stock: { readonly penalty: number; readonly compulsory: number; readonly licence: number };
  /** What was accepted in numbers that is no request for information. */
  readonly other: { readonly object: string; readonly accepted: number };
}

/** A generator of numbers in [0, 1) that gives the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `count` reports of different townships (at most as many as there are stems). */
export function shuffledReports(count: number, seed: number): Shuffled[] {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const between = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
  return nouns.stems.slice(0, count).map((stem) => {
    const level = pick(nouns.levels);
    const county = pick(nouns.counties);
    const year = pick([2019, 2020]);
    const names = new Set<string>();
    while (names.size < 3) names.add(pick(nouns.surnames) + pick(nouns.given));
    const [leader, deputy, bystander] = [...names] as [string, string, string];
    const used = new Set<number>();
    const fresh = (low: number, high: number): number => {
      for (;;) {
        const n = between(low, high);
        if (!used.has(n)) return used.add(n) && n;
      }
    };
    const split = (): [number, number, number] => {
      const [a, b] = [fresh(100, 999), fresh(100, 999)];
      return [a + b, a, b];
    };
    const atCentre = split();
    const atStations = split();
    const drawn = {
      org: stem + level,
      year,
      centre: level + pick(nouns.centres),
      station: pick(nouns.stations),
      matter: pick(nouns.matters),
      kinds: pick(nouns.kinds),
      total: atCentre[0] + atStations[0],
      atCentre,
      atStations,
      body: pick(nouns.bodies),
      leader,
      deputy,
      bystander,
      stock: { penalty: fresh(3, 60), compulsory: fresh(3, 60), licence: fresh(3, 60) },
      other: { object: pick(nouns.otherObjects), accepted: fresh(1200, 4900) },
    };
    const director = pick(nouns.unnamedDirector).replaceAll('{level}', level).replaceAll('{centre}', drawn.centre).replaceAll('{name}', bystander).replaceAll('{office}', pick(nouns.offices));
    return { ...drawn, text: reportText(drawn, { county, level, handled: pick(nouns.handled), head: pick(nouns.heads), director }) };
  });
}

function reportText(drawn: Omit<Shuffled, 'text'>, words: { county: string; level: string; handled: string; head: string; director: string }): string {
  const { org, year, centre, station, matter, kinds, total, atCentre, atStations, body, leader, deputy, stock, other } = drawn;
  const split = ([, a, b]: readonly [number, number, number]): string => `（${kinds[0]}${a}件，${kinds[1]}${b}件）`;
  return `${words.county}${org}人民政府${year}年政府信息公开工作年度报告

一、总体情况

（一）组织领导。成立了${body}，由${words.level}长${leader}任组长，${words.head}${deputy}任副组长。${words.director}

（二）服务情况。${year}年，全${words.level}${words.handled}${matter}${total}件，其中${centre}办理${atCentre[0]}件${split(atCentre)}，${station}办理${atStations[0]}件${split(atStations)}。全年受理${other.object}${other.accepted}件，均已办结。

二、主动公开政府信息情况

第二十条第（一）项
信息内容	本年新制作数量	本年新公开数量	对外公开总数量
规章	0	0	0
规范性文件	0	0	0
第二十条第（五）项
信息内容	上一年项目数量	本年增/减	处理决定数量
行政许可	${stock.licence}	0	0
其他对外管理服务事项	0	0	0
第二十条第（六）项
信息内容	上一年项目数量	本年增/减	处理决定数量
行政处罚	${stock.penalty}	0	0
行政强制	${stock.compulsory}	0	0
第二十条第（八）项
信息内容	上一年项目数量	本年增/减
行政事业性收费	0	0
第二十条第（九）项
信息内容	采购项目数量	采购总金额
政府集中采购	0	0

三、收到和处理政府信息公开申请情况

${REQUESTS}

四、政府信息公开行政复议、行政诉讼情况

${DISPUTES}

五、存在的主要问题及改进情况

公开内容还不够全面，更新还不够及时。下一步将加强培训。

六、其他需要报告的事项

无。
`;
}

const ZEROS = '\t0'.repeat(7);
const ROWS = ['一、本年新收政府信息公开申请数量\t\t', '二、上年结转政府信息公开申请数量\t\t', '三、本年度办理结果\t（一）予以公开\t', '\t（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t', '\t（三）不予公开\t1.属于国家秘密', '\t\t2.其他法律行政法规禁止公开', '\t\t3.危及“三安全一稳定”', '\t\t4.保护第三方合法权益', '\t\t5.属于三类内部事务信息', '\t\t6.属于四类过程性信息', '\t\t7.属于行政执法案卷', '\t\t8.属于行政查询事项', '\t（四）无法提供\t1.本机关不掌握相关政府信息', '\t\t2.没有现成信息需要另行制作', '\t\t3.补正后申请内容仍不明确', '\t（五）不予处理\t1.信访举报投诉类申请', '\t\t2.重复申请', '\t\t3.要求提供公开出版物', '\t\t4.无正当理由大量反复申请', '\t\t5.要求行政机关确认或重新出具已获取信息', '\t（六）其他处理\t', '\t（七）总计\t', '四、结转下年度继续办理\t\t'];
const REQUESTS = ['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t\t\t申请人情况\t\t\t\t\t\t', '\t\t\t自然人\t法人或其他组织\t\t\t\t\t总计', '\t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t', ...ROWS.map((row) => row + ZEROS)].join('\n');
const OUTCOMES = '结果维持\t结果纠正\t其他结果\t尚未审结\t总计';
const DISPUTES = ['行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t', `${OUTCOMES}\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t`, `\t\t\t\t\t${OUTCOMES}\t${OUTCOMES}`, Array.from({ length: 15 }, () => '0').join('\t')].join('\n');
