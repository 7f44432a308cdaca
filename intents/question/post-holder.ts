import { fold, type FoundRole } from '../../index/mod.js';
import { firstFit, fits, withoutFirst } from '../language/cue-words.js';
import { reportWording } from '../language/report-wording.js';
import { toldAsks } from '../language/told-words.js';
import { isTitle } from './office-words.js';
import type { Question } from './read.js';
import { speltName } from './spelt-out.js';

/** Of whom a question asks the post, as it calls them, and what the report says that they hold. */
export interface NamedHolder {
  /** As the report prints them: a name, or the office that stands for somebody without one. */
  readonly holder: string;
  /** Words of an English question that spell the name; empty in Chinese, which prints it. */
  readonly spelt: readonly string[];
  readonly roles: readonly FoundRole[];
}

/** 赵勇担任什么, 乡长在小组里任什么: whom the question names, by name or, where it asks for a post, by the office they are told by; null for nobody, and where one spelling (Li Wei) is that of two. */
export function holderNamed(question: Question, roles: readonly FoundRole[]): NamedHolder | null {
  const byName = roles.filter(({ holder }) => holder !== null && (fold(question.text).text.includes(fold(holder).text) || spellings(question, holder).length > 0));
  const [first] = byName;
  if (first?.holder != null) {
    const spelt = spellings(question, first.holder);
    return spelt.length > 0 && byName.some(({ holder }) => holder !== first.holder) ? null : { holder: first.holder, spelt, roles: byName };
  }
  if (!toldAsks('asksPost', question)) return null;
  const byOffice = roles.filter(({ holderPost }) => holderPost !== null && officesOf(holderPost).some((office) => isNamed(question.folded, office)));
  const [one, ...others] = byOffice;
  return one?.holderPost == null || others.some(({ holderPost }) => holderPost !== one.holderPost) ? null : { holder: one.holder ?? one.holderPost, spelt: [], roles: byOffice };
}

/** What of it answers: in a body that the question names, the post there only. */
export function postsHeld({ folded }: Question, { roles }: NamedHolder): string[] {
  const inBody = roles.filter(({ body }) => body !== null && fits(reportWording().bodySaid, folded) && fits(reportWording().bodyTold, fold(body).text));
  return [...new Set((inBody.length > 0 ? inBody : roles).flatMap(({ body, post, holder, holderPost }) => [`${body ?? ''}${post}`, ...(inBody.length > 0 || holder === null || holderPost === null ? [] : [holderPost])]))];
}

/** 赵书记全名叫什么: what the report says of the one person with that surname and office; empty for nobody, and where two are called so. */
export function calledBySurname({ folded }: Question, roles: readonly FoundRole[]): readonly FoundRole[] {
  const called = roles.filter(({ holder, post, holderPost }) => holder !== null && [post, ...officesOf(holderPost ?? '')].some((office) => titlesOf(office).some((title) => folded.includes(`${fold(holder).text[0]}${title}`))));
  return new Set(called.map(({ holder }) => holder)).size === 1 ? called : [];
}

/** 纪委书记: the ends of an office by which people are spoken to. */
function titlesOf(office: string): string[] {
  return TITLE_LENGTHS.map((length) => fold(office).text.slice(-length)).filter(isTitle);
}

/** UTF-16 units of 镇长, 副镇长. */
const TITLE_LENGTHS = [2, 3] as const;
const LONGEST_TITLE = Math.max(...TITLE_LENGTHS);

/** 赵勇上面的组长: the question without the words for that person, and whether a role is that of somebody else in a body that the person belongs to; null where nobody is asked for so. */
export function besideHolder(question: Question, roles: readonly FoundRole[]): { readonly question: Question; readonly isBeside: (role: FoundRole) => boolean } | null {
  const said = firstFit(reportWording().abovePerson, question.folded);
  const person = said === null ? null : personBefore(question, roles, said.index + 1);
  if (said === null || person === null) return null;
  const { from, named } = person;
  const bodies = named.roles.flatMap(({ body }) => body ?? []);
  const terms = question.terms.filter(({ start, end }) => end <= from || start >= said.index + said[0].length);
  return { question: { ...question, terms }, isBeside: ({ body, holder }) => body !== null && bodies.includes(body) && holder !== named.holder };
}

/** Whom the words up to `at` name: 李金锋, 李乡长; `from` is where they begin. */
function personBefore(question: Question, roles: readonly FoundRole[], at: number): { readonly from: number; readonly named: NamedHolder } | null {
  const before = question.folded.slice(0, at);
  const named = holderNamed(question, roles);
  if (named !== null && before.endsWith(fold(named.holder).text)) return { from: at - fold(named.holder).text.length, named };
  const called = calledBySurname({ ...question, folded: before }, roles);
  const from = called[0]?.holder == null ? -1 : before.lastIndexOf(fold(called[0].holder).text[0]!);
  return from < 0 || at - from > LONGEST_TITLE + 1 ? null : { from, named: { holder: called[0]!.holder!, spelt: [], roles: called } };
}

function spellings({ lang, folded }: Question, holder: string): readonly string[] {
  return lang === 'en' ? speltName(folded, holder) : [];
}

/** 综合办、民政办等负责人: each office that the post stands for. */
function officesOf(holderPost: string): string[] {
  return fold(holderPost).text.split('、').map((office) => withoutFirst(reportWording().membersEnd, office)).filter((office) => office.length > 1);
}

/** 副乡长 names no 乡长. */
function isNamed(folded: string, office: string): boolean {
  const at = folded.indexOf(office);
  return at >= 0 && !reportWording().deputy.some((pattern) => pattern.test(folded.slice(0, at)));
}
