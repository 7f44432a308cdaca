import { placeOfCitation, type AnswerCitation, type Block } from '../../intents/mod.js';
import { shortPath, sourcePath, type Message } from './message.js';

/** The words for a place and its own link: what stands in one section of one version of a report shares them. */
export interface CitedPlace {
  readonly words: string;
  /** Path of the source page that marks every span of the place's citations; null where no page shows it (a law, a notice, the calendar). */
  readonly path: string | null;
  /** The same in an address short enough for a chat. */
  readonly short: string | null;
}

/** Whether two citations stand at the same place, so that its words need to be said once only. */
export function samePlace(a: AnswerCitation, b: AnswerCitation): boolean {
  if (a.kind !== b.kind || placeOfCitation(a) !== placeOfCitation(b)) return false;
  return a.kind !== 'report' || b.kind !== 'report' || (a.report === b.report && a.source === b.source);
}

/** Whether two citations stand side by side: cells of one row, also where one head spans some of them, or sections of one section. */
function sideBySide(a: AnswerCitation, b: AnswerCitation): boolean {
  if (samePlace(a, b)) return true;
  if (a.kind !== 'report' || b.kind !== 'report' || a.report !== b.report || a.source !== b.source) return false;
  const shared = Math.min(a.path.length, b.path.length) - 1;
  return shared > 0 && a.path.slice(0, shared).every((step, i) => step === b.path[i]);
}

/** The one place of citations that all stand at the same, or side by side: then the last steps of each are named. */
export function placeOfAll(citations: readonly [AnswerCitation, ...AnswerCitation[]]): CitedPlace {
  const [first] = citations;
  const paths = citations.flatMap((citation) => (citation.kind === 'report' ? [citation.path] : []));
  const shared = Math.min(...paths.map((path) => path.length)) - 1;
  const ends = new Map<string, string[]>();
  for (const path of paths) {
    const heads = path.slice(shared, -1).join(' · ');
    const steps = ends.get(heads) ?? ends.set(heads, []).get(heads)!;
    if (path.length > 0 && !steps.includes(path.at(-1)!)) steps.push(path.at(-1)!);
  }
  const named = [...ends].map(([heads, steps]) => (heads === '' ? '' : `${heads} · `) + steps.join('、'));
  const words = placeOfCitation(first.kind === 'report' && shared >= 0 ? { ...first, path: [...first.path.slice(0, shared), named.join('；')] } : first);
  if (first.kind !== 'report') return { words, path: null, short: null };
  const spans = citations.flatMap((citation) => (citation.kind === 'report' ? citation.spans : []));
  const once = new Map(spans.map((span) => [`${span.start}-${span.end}`, span]));
  const all = { ...first, spans: [...once.values()] };
  return { words, path: sourcePath(all), short: shortPath(all) };
}

/**
 * What figures stand on that no quote shows, those side by side together and those that a quote names already not at all, in the order of the
 * figures. `besideQuotes` false leaves out what `besideQuote` gives to the line of a quote.
 */
export function unquotedPlaces(message: Pick<Message, 'blocks' | 'citations'>, besideQuotes = true): CitedPlace[] {
  const quoted = quotedIn(message);
  const groups: [AnswerCitation, ...AnswerCitation[]][] = [];
  for (const citation of citedIn(message)) {
    if (quoted.some((other) => (besideQuotes ? samePlace : sideBySide)(citation, other))) continue;
    const group = groups.find(([first]) => sideBySide(citation, first));
    if (group === undefined) groups.push([citation]);
    else group.push(citation);
  }
  return groups.map(placeOfAll);
}

/** What figures stand on that no quote shows, side by side with a quote: one line names both. A place beside several quotes belongs to the first. */
export function besideQuote(quote: AnswerCitation, message: Pick<Message, 'blocks' | 'citations'>): AnswerCitation[] {
  const quoted = quotedIn(message);
  return citedIn(message).filter((citation) => !quoted.some((other) => samePlace(citation, other)) && quoted.find((other) => sideBySide(citation, other)) === quote);
}

function quotedIn({ blocks, citations }: Pick<Message, 'blocks' | 'citations'>): AnswerCitation[] {
  return blocks.flatMap((block) => (block.type === 'quote' ? [citations[block.citation]!] : []));
}

function citedIn({ blocks, citations }: Pick<Message, 'blocks' | 'citations'>): AnswerCitation[] {
  return blocks.flatMap((block) => (block.type === 'text' ? block.inlines : [])).flatMap((inline) => (typeof inline !== 'string' && inline.type === 'cited' ? [citations[inline.citation]!] : []));
}

/** Quotes of one place that follow each other, as one; every other block as it is, but for charts, which are pictures of their own. */
export type PlacedBlock = Exclude<Block, { type: 'quote' | 'series' }> | { readonly type: 'quotes'; readonly citations: readonly [AnswerCitation, ...AnswerCitation[]] };

/** The blocks of a message that are words, quotes that share their place put together. */
export function quotedTogether({ blocks, citations }: Pick<Message, 'blocks' | 'citations'>): PlacedBlock[] {
  const placed: PlacedBlock[] = [];
  for (const block of blocks) {
    const last = placed.at(-1);
    if (block.type === 'series') continue;
    if (block.type !== 'quote') placed.push(block);
    else {
      const citation = citations[block.citation]!;
      if (last?.type === 'quotes' && samePlace(last.citations[0], citation)) placed[placed.length - 1] = { type: 'quotes', citations: [...last.citations, citation] };
      else placed.push({ type: 'quotes', citations: [citation] });
    }
  }
  return placed;
}
