import type { ReportCard } from '../../index/mod.js';
import { say } from '../answer/phrases.js';
import { orgYear } from '../answer/present.js';
import type { Inline } from '../answer/answer.js';
import type { Intent } from '../intent.js';
import { asks, asksAboutContent, type Question } from '../question/read.js';

const MOST_SHOWN = 30;

/** 「有哪些报告」「2022年收录了哪些报告」: what is held, of the years and organisations named. */
export const reportsHeld: Intent = {
  name: 'reports-held',
  about: { zh: '收录了哪些报告', en: 'which reports are held' },
  examples: { zh: ['收录了哪些报告', '有哪些年报'], en: ['Which reports are held?'] },
  match(question) {
    return asks(question, 'reports') && !asksAboutContent(question) ? { score: 0.97, because: ['asks what is held'] } : null;
  },
  async answer(question, context) {
    const held = heldOf(question, context.reports);
    // Of a year or organisation that is not held, the refusal says what is.
    if (held.length === 0 && context.reports.length > 0) return null;
    const count: Inline = { type: 'counted', text: String(held.length), basis: 'held' };
    const lines = held.slice(0, MOST_SHOWN).flatMap((card): Inline[] => {
      const { org, year } = orgYear(context.lang, card);
      return ['\n· ', org, ' ', ...year];
    });
    const more: Inline[] = held.length > MOST_SHOWN ? ['\n…'] : [];
    return { draft: { status: 'answered', blocks: [{ type: 'text', inlines: [...say(context.lang, 'reportsLead', { count }), ...lines, ...more] }], value: asks(question, 'count') ? held.length : null, citations: [] } };
  },
};

function heldOf({ years, organisations }: Question, cards: readonly ReportCard[]): readonly ReportCard[] {
  const wanted = new Set(years.flatMap((mention) => (mention.kind === 'year' ? [mention.year] : [])));
  const keys = new Set(organisations.flatMap((mention) => mention.keys));
  return cards.filter((card) => (wanted.size === 0 || (card.year !== null && wanted.has(card.year))) && (keys.size === 0 || keys.has(card.orgKey)));
}
