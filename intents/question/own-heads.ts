import { z } from 'zod';
import { fold, loadData, type ReportCard } from '../../index/mod.js';
import { cues, earliestFit, fits } from '../language/cue-words.js';
import { explain } from './explain.js';
import { facetsOfTerms, facetsOfWords } from './facets.js';
import type { Question } from './read.js';
import type { Term } from './terms.js';

const titles = z.array(z.string().min(1)).min(1);

const OwnHeads = z.strictObject({
  about: z.string(),
  /** What before a title makes a deputy of it. */
  deputy: cues('en'),
  /** What makes a title of its own, which is looked for as it is. */
  apart: cues('en'),
  /** In charge of open government: which of several deputies is meant, and how a report is asked for that one. */
  inCharge: z.strictObject({ asked: cues('en'), before: z.string().min(1) }),
  offices: z.array(z.strictObject({ name: cues('zh'), asked: cues('en'), /** Said of no other office, so that nothing need say of which. */ alone: cues('en').default([]), /** Levels of which it is none: the mayor of the county is not the town's. */ elsewhere: cues('en').default([]), head: titles, deputy: titles, /** True where the head is the 一把手: of a town the secretary may be. */ inChief: z.boolean().default(false) })),
  bureaux: z.array(z.strictObject({ /** Names of the offices that have it; any where it is empty. */ of: cues('zh'), asked: cues('en'), head: titles, deputy: titles })),
});

let loaded: z.output<typeof OwnHeads> | undefined;

function ownHeads(): z.output<typeof OwnHeads> {
  loaded ??= loadData('intents/language/own-heads.json', OwnHeads);
  return loaded;
}

/** The title of the 一把手 of an office, by its name (folded): 局长 of a 局. Null where a report may mean somebody else. */
export function titleInChief(name: string): string | null {
  return ownHeads().offices.find(({ inChief, name: ends }) => inChief && fits(ends, name))?.head[0] ?? null;
}

/**
 * Director of the water bureau, who runs its general office: what an English question calls the head of the office that reports, or of an office within it,
 * as reports print the title, the likeliest first (局长, 办公室主任). Empty where it asks for somebody else. `read`: the terms of a Chinese text.
 */
export function ownTitles(question: Question, { org, orgKey }: ReportCard, read: (text: string) => readonly Term[]): readonly string[] {
  if (question.lang !== 'en') return [];
  const { apart, bureaux, deputy: deputies, inCharge, offices } = ownHeads();
  const { folded, organisations, terms } = question;
  if (fits(apart, folded)) return [];
  const name = fold(org.name).text;
  const ownName = facetsOfWords({ own: facetsOfTerms(read(name)), inherited: [], ownText: name, inheritedText: '' });
  const charge = earliestFit(inCharge.asked, folded);
  const isOfCharge = ({ start, end }: Term): boolean => charge !== null && start >= charge.index && end <= charge.index + charge[0].length;
  const isOwn = (term: Term): boolean => isOfCharge(term) || SAYS_NO_MORE.includes(term.concept ?? '') || explain([term], ownName).unexplained.length === 0;
  const titled = (asked: readonly RegExp[]): { readonly isDeputy: boolean; readonly others: readonly Term[] } | null => {
    const match = earliestFit(asked, folded);
    if (match === null) return null;
    const deputy = earliestFit(deputies, folded.slice(0, match.index).trimEnd());
    const [from, to] = [deputy?.index ?? match.index, match.index + match[0].length];
    const others = terms.filter(({ start, end }) => end <= from || start >= to);
    return others.every(isOwn) ? { isDeputy: deputy !== null, others } : null;
  };
  for (const { of, asked, head, deputy } of bureaux) {
    const found = of.length === 0 || fits(of, name) ? titled(asked) : null;
    if (found !== null) return found.isDeputy ? deputy : head;
  }
  const office = offices.find((one) => fits(one.name, name));
  const found = office === undefined ? null : (titled(office.alone) ?? titled(office.asked));
  if (office === undefined || found === null || fits(office.elsewhere, folded)) return [];
  const isNamed = found.others.length > 0 || fits(office.alone, folded) || organisations.some(({ keys }) => keys.includes(orgKey));
  const titlesAsked = found.isDeputy ? office.deputy : office.head;
  return !isNamed ? [] : charge === null ? titlesAsked : titlesAsked.map((title) => `${inCharge.before}${title}`);
}

/** True for the deputy director in charge of open government: a report that gives no such title may still say who has charge of it. */
export function namesCharge({ folded, lang }: Question): boolean {
  return lang === 'en' && fits(ownHeads().inCharge.asked, folded);
}

/** Concepts by which a question says only that it means the office itself, or somebody there. */
const SAYS_NO_MORE: readonly string[] = ['self', 'government', 'person', 'leader', 'cadre', 'connective'];
