import type { ReportCard, Spans } from '../../index/mod.js';
import type { Context } from '../intent.js';
import type { Draft } from './answer.js';
import { say } from './phrases.js';
import { Evidence, orgYear } from './present.js';

/** Words of a report that answer as they stand, and the headings above them. `spans` are places in the report's text. */
export interface Quoted {
  readonly spans: Spans;
  readonly path: readonly string[];
}

/** The answer that is nothing but what `report` says: its name, then each of `passages` word for word. */
export async function quotedDraft({ library, lang }: Pick<Context, 'library' | 'lang'>, report: ReportCard, passages: readonly Quoted[]): Promise<Draft> {
  const evidence = new Evidence(library);
  const blocks: Draft['blocks'][number][] = [{ type: 'text', inlines: say(lang, 'passageLead', orgYear(lang, report)) }];
  for (const { spans, path } of passages) blocks.push({ type: 'quote', citation: await evidence.place(report, spans, 'passage', path) });
  return { status: 'answered', blocks, citations: evidence.citations };
}
