import { fold, type Figure } from '../../index/mod.js';
import { extentSaid, type Extent } from '../language/contrasts.js';
import type { Candidate } from './candidates.js';
import type { Question } from './read.js';
import type { Term } from './terms.js';

/*
 * An extent is over whom a report counts: the organ itself (区政府本级新收63件), the whole place with all that belongs to it (全区新收427件), or a part of
 * that which is named (街道和部门364件). The first two exclude one another; a part says its name, which must be explained like any other word. A figure
 * has the extent that its own words say, else that of what it stands under, else that of the total it is a part of; most say none. 全区 holds on in its
 * sentence (全区设机构46个，查阅点31个) until another extent is said.
 */

/** Of figures those of the extent that a question names; all of them where it names none. Labels are Chinese whatever the question's language. */
export function ofExtentAsked({ folded, lang }: Pick<Question, 'folded' | 'lang'>, candidates: readonly Candidate[]): readonly Candidate[] {
  const asked = extentSaid(folded, lang);
  if (asked === null) return candidates;
  const figures = new Map(candidates.filter(({ subtotal }) => subtotal === null).map(({ figures: [figure] }) => [figure.id as number, figure]));
  const extents = new Map([...figures.values()].map((figure) => [figure, extentIn(figure, figures)]));
  const extentOf = ({ figures: [figure] }: Candidate): Extent | null => extents.get(figure) ?? null;
  if (asked === 'whole') return candidates.filter((candidate) => extentOf(candidate) !== 'own');
  const heldOn = ofWholeBefore(extents);
  const isTold = ({ figures: [{ trust }] }: Candidate): boolean => trust === 'stated';
  // 网站公开2400条 beside 本级215条: where sentences tell the two apart, one that says neither may be of all.
  const toldApart = candidates.some((candidate) => isTold(candidate) && extentOf(candidate) === 'own');
  return candidates.filter((candidate) => {
    const extent = extentOf(candidate);
    return extent === 'own' || (extent === null && !heldOn.has(candidate.figures[0]) && !(toldApart && isTold(candidate)));
  });
}

/**
 * The question's words for a report: 本级 says nothing of one that is about nothing else, and is a word that must be explained where the report tells a
 * number of its own level apart (全区收到36件，本级5件).
 */
export function withOwnLevel(terms: readonly Term[], candidates: readonly Candidate[]): readonly Term[] {
  const isOwn = (text: string): boolean => extentSaid(text, 'zh') === 'own';
  const own = terms.find(({ text }) => isOwn(text));
  if (own === undefined || !candidates.some(({ facets }) => isOwn(facets.ownText))) return terms;
  return terms.map((term) => (term === own ? { ...term, text: own.text.slice(-OWN_LEVEL), start: own.end - OWN_LEVEL, concept: null, weight: 1 } : term));
}

/** Figures (in the order of their report) that say no extent themselves and stand in their sentence behind one of the whole place. */
function ofWholeBefore(extents: ReadonlyMap<Figure, Extent | null>): ReadonlySet<Figure> {
  const heldOn = new Set<Figure>();
  let [sentence, last]: [number | null, Extent | null] = [null, null];
  for (const [figure, extent] of extents) {
    const { start } = figure.quote[0];
    last = extent ?? (start === sentence && figure.trust === 'stated' ? last : null);
    sentence = start;
    if (extent === null && last === 'whole') heldOn.add(figure);
  }
  return heldOn;
}

function extentIn(figure: Figure, figures: ReadonlyMap<number, Figure>): Extent | null {
  let at: Figure | undefined = figure;
  for (let steps = 0; at !== undefined && steps < DEEPEST; steps += 1) {
    const said = saidIn([...at.labels, at.scope ?? '']) ?? saidIn(at.inherited);
    if (said !== null) return said;
    at = at.partOf === null ? undefined : figures.get(at.partOf);
  }
  return null;
}

function saidIn(labels: readonly string[]): Extent | null {
  return extentSaid(fold(labels.join(' ')).text, 'zh');
}

/** Totals of totals. */
const DEEPEST = 8;
/** UTF-16 units of 本级 in 区本级. */
const OWN_LEVEL = 2;
