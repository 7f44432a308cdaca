import type { IngestSteps, Library } from '../../index/mod.js';
import type { Checking } from '../channels/channel.js';
import { CheckLine } from '../render/check-line.js';
import { checkedDraft, checkedHeld, type Checked } from './checked.js';
import { checkLine } from './check-line.js';
import type { Explanations } from './explained.js';

/** The rule book for whoever serves others: findings in their machine form, checked against its schema. */
export function createChecking(library: Library, explanations: Explanations, read: IngestSteps['read']): Checking {
  const linesOf = (checked: Checked): ReturnType<typeof CheckLine.parse>[] => checked.findings.map((finding) => CheckLine.parse(checkLine(checked, finding)));
  return {
    async held(which) {
      const cards = (await library.reports()).filter((card) => ('report' in which ? card.report === which.report : card.year === which.year));
      if (cards.length === 0) return null;
      const found: ReturnType<typeof CheckLine.parse>[] = [];
      for (const card of cards) found.push(...linesOf(await checkedHeld(library, explanations, card)));
      return found;
    },
    async file({ name, bytes }) {
      const outcome = await read(name, bytes);
      return outcome.ok ? { findings: linesOf(await checkedDraft(library, explanations, outcome.source, name)) } : { refused: outcome.refusal.message };
    },
  };
}
