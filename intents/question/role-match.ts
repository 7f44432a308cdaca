import { fold, lexicon, type FoundRole } from '../../index/mod.js';
import { firstFit, fits } from '../language/cue-words.js';
import { reportWording } from '../language/report-wording.js';
import { toldAsks } from '../language/told-words.js';
import { explain } from './explain.js';
import { DISTINGUISHING } from './strength.js';
import { EVERYWHERE, GENERIC, headsAnother, isTitle, officeTerms } from './office-words.js';
import { facetsOfTerms, facetsOfWords, type Facet, type Facets } from './facets.js';
import type { Question } from './read.js';
import type { Term } from './terms.js';

/** Posts of `roles` that the question names: by concept (副组长 is not 组长), or, where the lexicon has none, by the very word or an English one for it. */
export function postsNamed(question: Question, roles: readonly FoundRole[]): string[] {
  const named = [...new Set(roles.map((role) => role.post))].filter((post) => namesPost(question.terms, question.folded, post));
  if (named.length > 0 || !question.terms.some((term) => term.concept === 'lead')) return named;
  // 谁牵头 asks for whoever is told to 牵头, and 牵头部门 for no person.
  const { leading } = reportWording();
  if (fits(leading, question.folded) || toldAsks('asksOffice', question)) return [...new Set(roles.filter(({ body, post }) => fits(leading, fold(`${body ?? ''}${post}`).text)).map(({ post }) => post))];
  return [...new Set(roles.map((role) => role.post))].filter((post) => lexicon().meaning('zh', fold(post).text)?.includes('group-head'));
}

/** 常务的呢 after 副组长是谁: roles whose post says every telling word of the question. */
export function postsOfKind({ terms }: Question, roles: readonly FoundRole[]): FoundRole[] {
  const telling = terms.filter(({ weight }) => weight >= DISTINGUISHING);
  return telling.length === 0 ? [] : roles.filter(({ post }) => telling.every(({ text }) => fold(post).text.includes(text)));
}

function namesPost(terms: readonly Term[], folded: string, post: string): boolean {
  const surface = fold(post).text;
  const meaning = lexicon().meaning('zh', surface);
  const endsIn = (text: string): boolean => text.length > surface.length && text.endsWith(surface) && !text.endsWith(`副${surface}`);
  // 政府信息公开工作 is what the whole report is about, and no post that a question for it names.
  if (meaning) return terms.some((term) => term.concept !== null && ((meaning.includes(term.concept) && !EVERYWHERE.includes(term.concept)) || endsIn(term.text)));
  if (terms.some(({ gloss }) => gloss?.of === 'en' && gloss.words.includes(surface))) return true;
  const at = folded.indexOf(surface);
  return at >= 0 && !/[副总]/u.test(folded[at - 1] ?? '');
}

const POSTS: readonly string[] = ['group-head', 'deputy-head', 'member', 'director', 'first-responsible'];

/** True for the concept of a post that somebody holds. */
export function isPost(concept: string | null): boolean {
  return concept !== null && (POSTS.includes(concept) || (lexicon().concept(concept)?.broader.includes('post') ?? false));
}

/** What a body's name says beyond the question tells two bodies apart, no more. */
const BODY_WORD = 0.3;
const DUTY = ['be-responsible', 'lead', 'manage'];
const LEAST_COVERAGE = 0.8;
/**
 * Roles that a question about a post may mean: the post must be the one named, and every other distinguishing word
 * must be explained by the role's body, office or section. Several only when they fit alike (two deputies, or one post in two bodies).
 */
export function matchRoles(question: Question, roles: readonly FoundRole[], kept: readonly Term[], read: (text: string) => readonly Term[]): FoundRole[] {
  const inCharge = leadersInCharge(question, roles);
  if (inCharge.length > 0) return inCharge;
  const named = postsNamed(question, roles).filter((post) => !fits(reportWording().deputyOf, question.folded) || fits(reportWording().isDeputy, fold(post).text));
  const people = new Set(roles.flatMap((role) => (role.holder === null ? [] : [fold(role.holder).text])));
  const scored = roles.flatMap((role) => {
    const asksDuty = named.length === 0 && ((question.terms.some((term) => DUTY.includes(term.concept ?? '')) && fits(reportWording().duty, role.post)) || saysDuty(question, role.post));
    const terms = question.terms.filter((term) => !isOneOfThem(term, question, role));
    if (isAnotherOffice(terms, role, read) || isOnlyOfItsOffice(question, role)) return [];
    const facets = facetsOf(role, read);
    const own = terms.filter((term) => !GENERIC.includes(term.concept ?? '') && ![...people].some((name) => term.text.includes(name) || name.includes(term.text)));
    const fit = explain(own.length > 0 ? own : terms, facets);
    // 谁来检查: the title of the section says of nobody what they do.
    const byDuty = named.length === 0 && own.some((term) => term.weight >= DISTINGUISHING) && fit.coverage >= LEAST_COVERAGE && explain(own, facetsOf({ ...role, path: [] }, read)).unexplained.length === 0;
    const lean = kept.length > 0 ? explain(kept, facets).coverage * 0.3 : 0;
    // 谁负责政务公开: the report is on nothing else, so whoever answers for something of it is told.
    const ofAll = named.length === 0 && own.length === 0 && question.terms.some((term) => DUTY.includes(term.concept ?? '')) && (asksDuty || fit.coverage >= LEAST_COVERAGE);
    const score = ofAll ? 1 : fit.score;
    if (!named.includes(role.post) && !asksDuty && !byDuty && !ofAll) return [];
    return fit.unexplained.some((term) => !GENERIC.includes(term.concept ?? '')) ? [] : [{ role, score: score + lean }];
  });
  const inChief = fits(reportWording().inChief.asked, question.folded) && named.length === 0 ? scored.filter(({ role }) => fits(reportWording().inChief.told, role.post)) : scored;
  return bestOf(inChief);
}

/** 哪位领导分管公开, where the report names its 分管领导: the 负责人 of a section beside is none. Empty where the question says what else is meant. */
function leadersInCharge({ terms }: Question, roles: readonly FoundRole[]): FoundRole[] {
  const telling = terms.filter(({ weight }) => weight >= DISTINGUISHING);
  if (!telling.some(({ concept }) => concept === LEADER) || !telling.every(({ concept }) => GENERIC.includes(concept ?? '') || concept === IN_CHARGE)) return [];
  if (!telling.some(({ concept, text }) => concept === IN_CHARGE || DUTY.includes(concept ?? '') || fits(reportWording().duty, text))) return [];
  return roles.filter(({ post, body }) => body === null && lexicon().meaning('zh', fold(post).text)?.includes(IN_CHARGE));
}

const LEADER = 'leader';
const IN_CHARGE = 'deputy-leader';

/** Those that fit about as well as the best. */
function bestOf(scored: readonly { readonly role: FoundRole; readonly score: number }[]): FoundRole[] {
  const best = Math.max(...scored.map(({ score }) => score));
  return scored.filter(({ score }) => best - score < 0.08).map(({ role }) => role);
}

/** 谁分管, 具体由谁承办: the question says the very verb that the duty opens with, or the deed in which it ends. */
function saysDuty({ folded }: Question, post: string): boolean {
  const deed = firstFit(reportWording().deed, fold(post).text);
  if (deed !== null && folded.includes(deed[0])) return true;
  const verb = firstFit(reportWording().duty, fold(post).text);
  return verb !== null && verb.index === 0 && folded.includes(verb[0]);
}

/**
 * 分管局长是谁: the 局长 who heads the group is not told to have charge of it. False for a question that asks for no such head, or that names the post itself
 * beside it (分管的副局长、副组长).
 */
export function lacksCharge({ folded }: Question, { body, post, holderPost }: Pick<FoundRole, 'body' | 'post' | 'holderPost'>): boolean {
  const { asked, told } = reportWording().charge;
  const isNamedToo = holderPost !== null && [post, holderPost].every((name) => folded.includes(fold(name).text));
  return !isNamedToo && fits(asked, folded) && !fits(told, fold(`${body ?? ''}${post}${holderPost ?? ''}`).text);
}

/** True where the question is for who has charge of disclosure, and a role is told to have charge of something else (分管财政工作). */
export function isChargedOtherwise({ folded, terms }: Question, { post }: FoundRole, read: (text: string) => readonly Term[]): boolean {
  const said = fold(post).text;
  const { told } = reportWording().charge;
  const charge = firstFit(told, said);
  if (charge === null || !terms.some(({ concept }) => EVERYWHERE.includes(concept ?? ''))) return false;
  if (!fits(told, folded) && !terms.some(({ concept }) => DUTY.includes(concept ?? ''))) return false;
  const of = read(said.slice(charge.index + charge[0].length)).filter(({ weight }) => weight >= DISTINGUISHING);
  return of.length > 0 && of.every(({ concept, text }) => !GENERIC.includes(concept ?? '') && !terms.some((term) => term.text === text || (term.concept !== null && term.concept === concept)));
}

/** 区长是谁, 副主任是谁: 常务副区长 and 办公室副主任 are somebody else; the office in which a title stands is asked for in full. */
function isAnotherOffice(terms: readonly Term[], { holderPost, post, body }: FoundRole, read: (text: string) => readonly Term[]): boolean {
  const said = fold(`${body ?? ''}${post}`).text;
  const offices = fold(holderPost ?? '').text.split('、');
  const asked = new Set(terms.map(({ concept, text }) => concept ?? text));
  if (headsAnother(terms, [said, ...offices], read)) return true;
  return terms.some(({ text }) => isTitle(text) && !said.includes(text) && offices.some((office) => office.includes(text)) && !offices.some((office) => office.endsWith(text) && officeTerms(read(office)).every(({ concept, text: word }) => asked.has(concept ?? word))));
}

/** 哪个局长分管: the 副局长 who does is one of those asked about. */
function isOneOfThem({ text, start }: Term, { folded }: Question, { post, holderPost }: FoundRole): boolean {
  const { duty, whichOfThem } = reportWording();
  return fits(duty, post) && fold(holderPost ?? '').text.endsWith(text) && fits(whichOfThem, folded.slice(0, start));
}

/** 领导小组主任是谁: whoever heads the office of a body that the question names heads its office, not the body. */
function isOnlyOfItsOffice({ folded }: Question, role: FoundRole): boolean {
  const name = fold(role.body ?? '').text;
  const office = firstFit(reportWording().ownOffice, name);
  if (office === null || office.index < SHORTEST_BODY || folded.includes(office[0])) return false;
  const body = name.slice(office.index - SHORTEST_BODY, office.index);
  // 政务公开办 is that office.
  return folded.includes(body) && !folded.includes(body + office[0][0]!);
}

/** 小组, 专班: no body is called by less. */
const SHORTEST_BODY = 2;

function facetsOf(role: FoundRole, read: (text: string) => readonly Term[]): Facets {
  const facets = (text: string, share: number): Facet[] => facetsOfTerms(read(fold(text).text), share);
  const name = fold(`${role.body ?? ''}${role.post}`).text;
  return facetsOfWords({
    own: [{ concepts: [], text: name, weight: 0 }, ...facets(role.post, 0), ...facets(role.body ?? '', BODY_WORD)],
    inherited: [role.holderPost ?? '', ...role.path].flatMap((text) => facets(text, 0)),
    ownText: name,
    inheritedText: fold(`${role.holderPost ?? ''}${role.holder ?? ''}${role.path.join('')}`).text,
  });
}
