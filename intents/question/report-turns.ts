import { z } from 'zod';
import { flowOf, fold, loadData, withArabicYears, type ReportDocument, type Spans } from '../../index/mod.js';

/** Where a report turns from what is wanting to what is done about it. Regular expressions over folded text. */
const Turns = z.strictObject({
  /** Opens what is wanting: 存在的问题, 还有三个不足. */
  problem: Pattern(),
  /** Opens what was done about it: 针对上述问题, 改进情况. */
  measure: Pattern(),
  /** Opens what is to come: 下一步, 明年打算. */
  plan: Pattern(),
  /** The same by the number of the year after the report's, which stands for {year}. */
  planYear: z.string().includes('{year}'),
  /** How a point begins that says what is done about a problem: 健全各项制度, 进一步加强培训. */
  mends: Pattern(),
  /** What a clause holds that says what is wanting: 不够, 有待. */
  lacks: Pattern(),
  /** In a title, it says that what is wanting is told there, unless it begins with an answer to it (针对). */
  wanting: Pattern(),
  answering: Pattern(),
  /** What an item of a list begins with. */
  mark: Pattern(),
  /** The same where the first item stands behind what leads in to the list (改进打算：一是…). */
  item: Pattern(),
});

function Pattern() {
  return z.string().transform((source) => new RegExp(source, 'u'));
}

/** What a sentence is there for: to admit something, to tell what was done about it, to say what is to come, or none of these. */
export type Zone = 'problem' | 'measure' | 'plan' | 'plain';

/** One sentence of a report with where it stands. */
export interface ToldSentence {
  /** As printed. */
  readonly text: string;
  readonly folded: string;
  readonly spans: Spans;
  readonly path: readonly string[];
  /** Equal for the sentences of one paragraph, counted through the report. */
  readonly paragraph: number;
  /** Equal for the sentences of one part of the report (一、二、…). */
  readonly part: number;
  readonly zone: Zone;
  /** True for the first sentence of an item (一是, 1.). */
  readonly opensItem: boolean;
}

/** UTF-16 units of a sentence in which a turn is looked for: further in, 问题 is what the sentence tells of. */
const OPENING = 70;
/** A title is short. */
const TITLE = 40;

let loaded: z.output<typeof Turns> | undefined;

function turns(): z.output<typeof Turns> {
  loaded ??= loadData('intents/language/report-turns.json', Turns);
  return loaded;
}

/** All sentences of a report in reading order, each with its zone. `year` is the report's own, null when nobody knows it. */
export function toldSentences(document: ReportDocument, year: number | null): ToldSentence[] {
  const planYear = year === null ? null : new RegExp(turns().planYear.replace('{year}', String(year + 1)), 'u');
  const told: ToldSentence[] = [];
  /** Zones of the titles above, by depth. */
  const above: Zone[] = [];
  let zone: Zone = 'plain';
  let part = 0;
  let admits = false;
  for (const { passage, kind, depth, paragraph, path } of flowOf(document)) {
    const folded = fold(passage.text).text;
    if (kind === 'heading') {
      if (depth === 1) part += 1;
      const inherited = depth > 1 ? (above[depth - 2] ?? 'plain') : 'plain';
      zone = zoneOfTitle(folded, planYear) ?? (inherited === 'problem' && isRemedy(folded) ? 'measure' : inherited);
      above.length = Math.max(0, depth - 1);
      above[depth - 1] = zone;
      if (zone !== 'plain') admits = true;
      // （一）认识不够: a point that is printed as a title says itself what is wanting or what is done.
      if (depth > 1 && isPoint(folded, zone)) told.push({ text: passage.text, folded, spans: passage.spans, path, paragraph, part, zone, opensItem: true });
      continue;
    }
    const turn = turnIn(folded, planYear) ?? (zone === 'problem' && isRemedy(folded) ? 'measure' : null);
    if (turn === 'problem') admits = true;
    // 针对菜农没空上网的情况 answers no problem where none has been admitted.
    zone = turn === 'measure' && !admits ? zone : (turn ?? zone);
    told.push({ text: passage.text, folded, spans: passage.spans, path, paragraph, part, zone, opensItem: turns().item.test(folded) });
  }
  return told;
}

/** （一）是健全各项制度: a point of the list behind a problem that says what is done and nothing that is wanting. */
function isRemedy(sentence: string): boolean {
  const { mark, mends, lacks } = turns();
  const bare = sentence.replace(mark, '');
  return bare.length < sentence.length && mends.test(bare) && !lacks.test(bare.split(/[;。]/u)[0]!);
}

function isPoint(title: string, zone: Zone): boolean {
  return zone === 'problem' ? turnIn(title, null) === null && turns().lacks.test(title) : zone !== 'plain' && isRemedy(title);
}

/** 存在的主要问题及改进情况 opens with the problems. */
function zoneOfTitle(title: string, planYear: RegExp | null): Zone | null {
  const bare = title.replace(turns().mark, '').slice(0, TITLE);
  return turns().wanting.test(bare) && !turns().answering.test(bare) ? 'problem' : turnIn(bare, planYear);
}

/** A folded point of a list without the mark that it begins with (（二）, 一是). */
export function withoutMark(point: string): string {
  return point.replace(turns().mark, '');
}

/** What the words of a title or an item turn to; null for none. */
export function turnOf(words: string): Zone | null {
  return zoneOfTitle(fold(words).text, null);
}

function turnIn(sentence: string, planYear: RegExp | null): Zone | null {
  const { problem, measure, plan, mark } = turns();
  const opening = sentence.slice(0, OPENING);
  const bare = opening.replace(mark, '');
  if (plan.test(bare) || planYear?.test(withArabicYears(bare))) return 'plan';
  if (measure.test(bare.split(/[。;；]/u)[0] ?? '')) return 'measure';
  return problem.test(bare.split(/[。;；:]/u)[0]! + (bare.includes(':') ? ':' : '')) ? 'problem' : null;
}
