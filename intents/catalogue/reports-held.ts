import { say } from '../answer/phrases.js';
import { orgYear } from '../answer/present.js';
import type { Inline } from '../answer/answer.js';
import type { Intent } from '../intent.js';
import { asks, asksAboutContent } from '../question/read.js';

const MOST_SHOWN = 30;

/** 「有哪些报告」: what is held. */
export const reportsHeld: Intent = {
  name: 'reports-held',
  about: { zh: '收录了哪些报告', en: 'which reports are held' },
  examples: { zh: ['收录了哪些报告', '有哪些年报'], en: ['Which reports are held?'] },
  match(question) {
    return asks(question, 'reports') && !asksAboutContent(question) ? { score: 0.97, because: ['asks what is held'] } : null;
  },
  async answer(_question, context) {
    const count: Inline = { type: 'counted', text: String(context.reports.length), basis: 'held' };
    const lines = context.reports.slice(0, MOST_SHOWN).flatMap((card): Inline[] => {
      const { org, year } = orgYear(context.lang, card);
      return ['\n· ', org, ' ', ...year];
    });
    const more: Inline[] = context.reports.length > MOST_SHOWN ? ['\n…'] : [];
    return { draft: { status: 'answered', blocks: [{ type: 'text', inlines: [...say(context.lang, 'reportsLead', { count }), ...lines, ...more] }], value: context.reports.length, citations: [] } };
  },
};
