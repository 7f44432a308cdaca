import { describe, expect, it } from 'vitest';
import { lexicon } from '../../index/mod.js';
import { deskOver } from './assistant-over.js';
import { counted, fields, type Counted } from './glossary-entries.js';

/** A made report that counts each of `things` once, in sentences of their own. */
function reportOn(things: readonly Counted[]): string {
  const lines = things.map(({ printed, counter }, i) => `全年统计${printed}${valueOf(i)}${counter}。`);
  return `云泽县政府办公室2022年政府信息公开工作年度报告\n\n一、总体情况\n\n${lines.join('\n')}\n\n二、存在的主要问题和改进措施\n\n公开内容还不够全面。\n`;
}

const valueOf = (i: number): number => 1000 + i * 7;
const question = ({ plural }: Counted): string => `How many ${plural} were counted?`;

/** True where what a report prints says the thing asked for, or a part of it: 采访 is an interview. */
function mayMean(asked: Counted, { printed }: Counted): boolean {
  const wanted = [...asked.words.flatMap((word) => lexicon().meaning('zh', word) ?? []), ...(lexicon().meaning('en', asked.english) ?? [])];
  const means = lexicon().meaning('zh', printed) ?? [];
  return asked.words.some((word) => printed.includes(word)) || wanted.some((concept) => means.some((one) => lexicon().withNarrower(concept)?.has(one) === true));
}

describe.each(fields)('nouns of the glossary: %s', (field) => {
  const all = counted(field);

  it.each([0, 1])('are answered from what prints them, half %i, and from nothing else of the field', async (half) => {
    const held = all.filter((_, i) => i % 2 === half);
    const others = all.filter((thing, i) => i % 2 !== half && !held.some((one) => mayMean(thing, one)));
    const desk = await deskOver({ 'made.txt': reportOn(held) });
    try {
      const answers = await Promise.all(held.map((thing) => desk.ask(question(thing))));
      const wrong = held.filter((_, i) => answers[i]!.status === 'answered' && answers[i]!.value !== valueOf(i));
      const right = answers.filter(({ status, value }, i) => status === 'answered' && value === valueOf(i)).length;
      const missed = await Promise.all(others.map((thing) => desk.ask(question(thing))));
      const taken = others.filter((_, i) => missed[i]!.status === 'answered');
      expect({ wrong: wrong.map(question), taken: taken.map(question) }).toEqual({ wrong: [], taken: [] });
      expect(right / held.length, `${right} of ${held.length} answered`).toBeGreaterThan(0.7);
    } finally {
      await desk.close();
    }
  }, 240_000);
});
