import { fold, type FoundRole } from '../../index/mod.js';
import { firstFit, withoutFirst } from '../language/cue-words.js';
import { nameWords } from '../language/name-words.js';
import { reportWording } from '../language/report-wording.js';
import { headsAnother, IN_CHIEF, isTitle, officeTerms } from './office-words.js';
import { titleInChief } from './own-heads.js';
import type { Question } from './read.js';
import type { Term } from './terms.js';

/**
 * 局长是谁, where the report says that its 局长 is 组长: what it says of the one person whose own office is asked for; 一把手 is whoever heads the body
 * `name`. Empty where nobody's is, or where it is that of several. `read`: the terms of a text.
 */
export function holdersOfOffice({ folded, terms }: Pick<Question, 'folded' | 'terms'>, name: string, roles: readonly FoundRole[], read: (text: string) => readonly Term[]): FoundRole[] {
  const said = officeSaid(terms, folded, read);
  const asked = said.length > 0 && said.every(({ concept }) => concept === IN_CHIEF) ? officeTerms(read(titleInChief(name) ?? '')) : said;
  if (asked.length === 0) return [];
  // 新任镇长 is the 镇长.
  const offices = (holderPost: string): string[] => holderPost.split('、').map((office) => withoutFirst(reportWording().newly, fold(office).text));
  const found = roles.filter(({ holder, holderPost }) => holder !== null && holderPost !== null && offices(holderPost).some((office) => isSame(officeTerms(read(office)), asked) && !headsAnother(terms, [office], read)));
  return new Set(found.map(({ holder }) => holder)).size === 1 ? found : [];
}

/** The telling words of the office that is asked for; 分管的副局长 is the 分管副局长. */
function officeSaid(terms: readonly Term[], folded: string, read: (text: string) => readonly Term[]): readonly Term[] {
  const charged = firstFit(reportWording().charge.asked, folded);
  if (charged === null) return officeTerms(terms);
  const beside = terms.filter(({ start, end }) => end <= charged.index || start >= charged.index + charged[0].length);
  return officeTerms([...beside, ...read(charged[0].replaceAll(nameWords().of, ''))]);
}

/** Word for word the same office: a 办公室主任 is not the 主任, nor a 副局长 the 局长. */
function isSame(told: readonly Term[], asked: readonly Term[]): boolean {
  const key = ({ concept, text }: Term): string => concept ?? text;
  return told.some(({ text }) => isTitle(text)) && told.map(key).toSorted().join() === asked.map(key).toSorted().join();
}
