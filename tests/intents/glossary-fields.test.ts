import { describe, expect, it } from 'vitest';
import { glossary, lexicon } from '../../index/mod.js';
import { deskOver } from './assistant-over.js';
import { counted, fields, type Counted } from './glossary-entries.js';

/** A made report that counts each of `things` once, in sentences of their own. */
function reportOn(things: readonly Counted[]): string {
  const lines = things.map((thing, i) => `全年${counting(thing)}${valueOf(i)}${thing.counter}。`);
  return `云泽县政府办公室2022年政府信息公开工作年度报告\n\n一、总体情况\n\n${lines.join('\n')}\n\n二、存在的主要问题和改进措施\n\n公开内容还不够全面。\n`;
}

const counting = ({ printed }: Counted): string => `统计${printed}`;
const valueOf = (i: number): number => 1000 + i * 7;
const question = ({ plural }: Counted): string => `How many ${plural} were counted?`;

/** True where what a report prints says the thing asked for, or a part of it: 采访 is an interview. An English word of several lines may mean any of their words. */
function mayMean(asked: Counted, thing: Counted): boolean {
  const words = glossary().of(asked.english)!.words;
  const wanted = [...words.flatMap((word) => lexicon().meaning('zh', word) ?? []), ...(lexicon().meaning('en', asked.english) ?? [])];
  const means = lexicon().meaning('zh', thing.printed) ?? [];
  return words.some((word) => counting(thing).includes(word)) || wanted.some((concept) => means.some((one) => lexicon().withNarrower(concept)?.has(one) === true));
}

describe.each(fields)('nouns of the glossary: %s', (field) => {
  const all = counted(field);

  it.each([0, 1])('are answered from what prints them, half %i, and from nothing else of the field', async (half) => {
    const held = all.filter((_, i) => i % 2 === half);
    const others = all.filter((thing, i) => i % 2 !== half && !held.some((one) => mayMean(thing, one)));
    const desk = await deskOver({ 'made.txt': reportOn(held) });
    try {
      const answers = await Promise.all(held.map((thing) => desk.ask(question(thing))));
      const wrong = held.filter((thing, i) => answers[i]!.status === 'answered' && !held.some((one, k) => answers[i]!.value === valueOf(k) && (k === i || mayMean(thing, one))));
      const clear = held.map((thing) => !held.some((other) => other !== thing && mayMean(thing, other)));
      const right = answers.filter(({ value }, i) => clear[i] && value === valueOf(i)).length;
      const asked = clear.filter(Boolean).length;
      const missed = await Promise.all(others.map((thing) => desk.ask(question(thing))));
      const taken = others.filter((_, i) => missed[i]!.status === 'answered');
      expect({ wrong: wrong.map(question), taken: taken.map(question) }).toEqual({ wrong: [], taken: [] });
      expect(right / asked, `${right} of ${asked} answered`).toBeGreaterThan(0.7);
    } finally {
      await desk.close();
    }
  }, 240_000);
});
