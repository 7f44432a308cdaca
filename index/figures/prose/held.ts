import type { FoldedRange, FoundNumber } from '../../language/numbers/found-number.js';
import { signals, words } from './lexicon.js';
import type { Mention } from './mentions.js';
import type { Sentence } from './sentence.js';

const CLAUSE_END = /[,;。!?]/;

/**
 * The stretches of a sentence that speak of what is still to come (下一步, 力争), in order. Most last to its end;
 * a plan that names its own year inside a list item (二是…，2021年力争…；三是…) ends with the item.
 */
export function plansIn({ text, numbers }: Sentence): FoldedRange[] {
  const plans: FoldedRange[] = [];
  let next = 0;
  let item = -1;
  let year = -1;
  for (let i = 0; i < text.length; i += 1) {
    for (; next < numbers.length && numbers[next]!.start <= i; next += 1) {
      const number = numbers[next]!;
      if (number.kind === 'list-mark') item = number.start;
      if (number.kind === 'date' && number.year !== null) year = number.start;
      else if (number.kind === 'quantity') year = -1;
    }
    if (CLAUSE_END.test(text[i]!)) year = -1;
    if (signals.plan.at(text, i) === null) continue;
    // 2031年力争: the year stands in the clause of the plan.
    const after = item < 0 || year < 0 ? undefined : nextItem(numbers, next);
    plans.push({ start: after === undefined ? i : year, end: after?.start ?? text.length });
    if (after === undefined) break;
    i = after.start - 1;
  }
  return plans;
}

function nextItem(numbers: readonly FoundNumber[], from: number): FoundNumber | undefined {
  for (let i = from; i < numbers.length; i += 1) if (numbers[i]!.kind === 'list-mark') return numbers[i];
  return undefined;
}

/** The mentions that tell what was: none of a plan, and no places whose people are made members (12个村的文书为成员). Their indices count anew. */
export function heldOf(sentence: Sentence, mentions: readonly Mention[], plans: readonly FoldedRange[]): readonly Mention[] {
  return those(sentence, mentions, plans, false);
}

/** The mentions that stand in a plan. Their indices count anew. */
export function plannedOf(sentence: Sentence, mentions: readonly Mention[], plans: readonly FoldedRange[]): readonly Mention[] {
  return those(sentence, mentions, plans, true);
}

function those(sentence: Sentence, mentions: readonly Mention[], plans: readonly FoldedRange[], ofPlans: boolean): readonly Mention[] {
  let next = 0;
  const kept = mentions.filter((mention) => {
    while (next < plans.length && plans[next]!.end <= mention.number.start) next += 1;
    const planned = next < plans.length && plans[next]!.start <= mention.number.start;
    return planned === ofPlans && !isOfMembers(sentence, mention);
  });
  if (kept.length === 0 || kept[kept.length - 1]!.index === kept.length - 1) return kept;
  const place = new Map(kept.map((mention, i) => [mention.index, i]));
  return kept.map((mention, i) => ({ ...mention, index: i, owner: mention.owner === null ? null : (place.get(mention.owner) ?? null) }));
}

function isOfMembers({ text }: Sentence, { after: { start, end } }: Mention): boolean {
  if (signals.membership.before(text, end, start) === null) return false;
  const of = text.slice(start, end).indexOf('的');
  return of > 0 && words.actors.before(text, start + of, start) !== null;
}
