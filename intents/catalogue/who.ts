import { fold, lexicon, type FoundRole, type ReportCard } from '../../index/mod.js';
import type { Block } from '../answer/answer.js';
import { say } from '../answer/phrases.js';
import { Evidence, named, orgYear } from '../answer/present.js';
import { joined } from '../answer/several.js';
import type { Context, Intent, Outcome } from '../intent.js';
import { firstFit } from '../language/cue-words.js';
import { reportWording } from '../language/report-wording.js';
import { toldAsks, toldWords } from '../language/told-words.js';
import { questionWords } from '../language/words.js';
import { longestMention } from '../question/cue.js';
import { leansOnMemory } from '../question/find.js';
import { agentTold, type AgentTold } from '../question/agent-told.js';
import { withoutChangeOfHands } from '../question/change-of-hands.js';
import { asks, type Question } from '../question/read.js';
import { isScopeSure, sentencesOf } from '../question/report-read.js';
import { DISTINGUISHING, means } from '../question/strength.js';
import { facetsOfTerms } from '../question/facets.js';
import { holdersOfOffice } from '../question/office-holders.js';
import { GENERIC } from '../question/office-words.js';
import { namesCharge, ownTitles } from '../question/own-heads.js';
import { besideHolder, calledBySurname, holderNamed, postsHeld } from '../question/post-holder.js';
import { isChargedOtherwise, isPost, lacksCharge, matchRoles, postsNamed, postsOfKind } from '../question/role-match.js';
import type { Term } from '../question/terms.js';
import { titledPeople } from '../question/titled-people.js';
import { workShared } from '../question/work-shared.js';

/** 「领导小组组长是哪个」「谁负责信息公开」: who holds a post, or that the report names nobody. */
export const who: Intent = {
  name: 'who',
  about: { zh: '谁任什么职务', en: 'who holds which post' },
  examples: { zh: ['政府信息公开工作领导小组的组长是谁', '谁是副组长', '服务中心主任叫什么'], en: ['Who leads the working group?', 'Who is the deputy head of the leading group?'] },
  match(question, memory) {
    if (asks(question, 'who')) return { score: 0.95, because: ['asks who'] };
    const post = question.terms.some((term) => isPost(term.concept));
    // 保密审查员怎么审查 asks for no name.
    if (!asks(question, 'which') && (toldAsks('asksHow', question) || asks(question, 'why'))) return null;
    if (asks(question, 'which')) return { score: post ? 0.9 : 0.66, because: ['may ask which person'] };
    if (post && question.counter === null && !asks(question, 'count')) return { score: memory?.intent === 'who' ? 0.7 : 0.65, because: ['names a post'] };
    return asks(question, 'count') ? null : { score: 0.64, because: ['may name a person'] };
  },
  async answer(asked, context) {
    const question = withoutChangeOfHands(asked);
    // 谁被通报: a report that names them does not say so by their posts.
    if (toldAsks('suffers', question) && asks(question, 'who')) return notSaid(context);
    // 原来的局长是谁: who was before is not who is.
    if (asks(question, 'who') && question.terms.some(({ concept }) => concept === 'formerly')) return notSaid(context);
    // 李金锋哪年上任: a report says who holds a post, not since when.
    if (toldAsks('asksWhen', question) && !asks(question, 'who')) return null;
    if (new Set(context.years).size > 1 && context.reports.length > 1) return ofEachYear(question, context);
    return inReports(question, context);
  },
};

/** 2020年和2021年的组长是谁: each year by itself, also the one that names nobody; null when none of them does. */
async function ofEachYear(question: Question, context: Context): Promise<Outcome | null> {
  const found: Outcome[] = [];
  for (const report of context.reports.toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0))) found.push((await inReports(question, { ...context, reports: [report] })) ?? notSaid({ ...context, reports: [report] }));
  const told = found.filter(({ draft }) => draft.status === 'answered');
  if (told.length === 0) return inReports(question, context);
  return { draft: joined(found.map(({ draft }) => draft)), remember: { terms: question.terms } };
}

async function inReports(question: Question, context: Context): Promise<Outcome | null> {
  for (const report of context.reports) {
    const head = await headOfOwn(question, context, report);
    if (head) return head;
    const shared = await workShared(question, report, context);
    if (shared) return agentShown(shared, report, context, question);
    const all = await context.library.roles(report.report);
    const elsewhere = all.filter((role) => isChargedOtherwise(question, role, context.terms));
    const roles = all.filter((role) => !lacksCharge(question, role) && !elsewhere.includes(role));
    const named = postsNamed(question, roles).length > 0;
    const surnamed = besideHolder(question, roles) === null && (toldAsks('asksName', question) || toldAsks('asksIdentity', question)) ? calledBySurname(question, roles) : [];
    if (surnamed.length > 0) return rolesTold(question, context, report, surnamed);
    const kind = !named && context.memory?.intent === who.name && leansOnMemory(question, context) ? postsOfKind(question, roles) : [];
    if (kind.length > 0) return rolesTold(question, context, report, kind);
    if (!named && !asks(question, 'who', 'which') && !toldAsks('asksOffice', question)) {
      const outcome = await byHolder(question, context, report, roles);
      if (outcome) return outcome;
      continue;
    }
    // 李金锋担任什么职务, 李金锋是组长还是副组长: names the holder and asks for the post.
    const byPostFirst = named && !toldAsks('asksPost', question) && (asks(question, 'who', 'which') || holderNamed(question, roles) === null);
    const first = byPostFirst ? byPost : byHolder;
    const second = byPostFirst ? byHolder : byPost;
    const outcome = (await first(question, context, report, roles)) ?? (await second(question, context, report, roles));
    if (outcome) return outcome;
    const holders = holdersOfOffice(question, report.org.name, roles, (text) => context.terms(text));
    if (holders.length > 0) return rolesTold(question, context, report, holders);
    const titled = titledPeople(question, await sentencesOf(report, context), (text) => context.library.segment(text), (text) => context.terms(text)).filter(({ holder }) => !elsewhere.some((role) => role.holder === holder));
    if (titled.length > 0) return rolesTold(question, context, report, titled);
  }
  if (toldAsks('asksOffice', question)) return byDeed(question, context);
  if (!asks(question, 'who') && !isWhichPost(question)) return null;
  return (await byDeed(question, context)) ?? notSaid(context);
}

/** Who is the director of the water bureau: asked as the report would say it, 局长是谁; null for a question that asks for no head of the office that reports. */
async function headOfOwn(question: Question, context: Context, report: ReportCard): Promise<Outcome | null> {
  let said: Outcome | null = null;
  for (const title of ownTitles(question, report, context.terms)) {
    said = await inReports({ ...question, lang: 'zh', text: title, folded: fold(title).text, terms: context.terms(title), cues: [...question.cues, { cue: 'who', start: 0, end: 0 }] }, { ...context, reports: [report] });
    if (said?.draft.status === 'answered') return said;
  }
  return namesCharge(question) ? null : said;
}

function isWhichPost(question: Question): boolean {
  return asks(question, 'which') && question.terms.some((term) => isPost(term.concept));
}

/** 赵勇是什么职务: the person is named and the post asked for. */
async function byHolder(question: Question, context: Context, report: ReportCard, roles: readonly FoundRole[]): Promise<Outcome | null> {
  const found = holderNamed(question, roles);
  if (found === null) return null;
  const { holder, spelt, roles: held } = found;
  // 李金锋现在还是乡长吗: a report speaks of its own year only.
  if (longestMention(question.folded, questionWords(question.lang).now, question.lang) !== null) return null;
  // 申屠良是哪一年上任的: what else is asked of the person must be a post, or the report does not say it.
  if (question.terms.some((term) => (term.concept === null || asksOtherThing(term, held, context)) && !spelt.includes(term.text.replace(POSSESSIVE, '')) && !isOfName(term, holder, question) && !isOfAsking(term, question) && !held.some((role) => fold(`${role.body ?? ''}${role.post}${role.holderPost ?? ''}`).text.includes(term.text)))) return null;
  const asked = toldAsks('asksPost', question) ? [] : postsNamed(question, roles);
  if (asked.length > 0 && !held.some((role) => asked.includes(role.post))) return null;
  const posts = postsHeld(question, found);
  const evidence = new Evidence(context.library);
  const citation = await evidence.place(report, held[0]!.quote, 'passage', held[0]!.path);
  const inlines = say(context.lang, 'holds', { ...orgYear(context.lang, report), holder: named(holder), post: named(posts.join('、')) });
  return { draft: { status: 'answered', blocks: [{ type: 'text', inlines }, { type: 'quote', citation }], value: posts.join('、'), rows: [], citations: evidence.citations }, remember: { terms: question.terms } };
}

/** Zhao Yong's. */
const POSSESSIVE = /['’]s$/u;

/** 李金|锋是: the segmenter, which knows no names, may cut one across. */
function isOfName({ text, start, end }: Term, holder: string, { folded }: Question): boolean {
  const name = fold(holder).text;
  const at = folded.indexOf(name);
  const outside = end - start - Math.max(0, Math.min(end, at + name.length) - Math.max(start, at));
  return name.includes(text) || text.includes(name) || (at >= 0 && outside < Math.min(2, end - start));
}

/** What position does she hold, 在组里是啥角色: the words that ask for a post, and in which body. */
function isOfAsking({ start, end }: Term, { lang, folded }: Question): boolean {
  const asking = [firstFit(toldWords().asksPost[lang], folded), firstFit(reportWording().bodySaid, folded)];
  return asking.some((said) => said !== null && start < said.index + said[0].length && said.index < end);
}

/** 赵勇的电话: neither a post nor a word of the body or office that the person is said to stand for. */
function asksOtherThing(term: Term, held: readonly FoundRole[], context: Context): boolean {
  if (term.weight < DISTINGUISHING || isPost(term.concept) || GENERIC.includes(term.concept ?? '')) return false;
  const said = held.flatMap((role) => [role.body ?? '', role.post, role.holderPost ?? '', ...role.path]).flatMap((text) => facetsOfTerms(context.terms(fold(text).text)));
  return !said.some((facet) => means(term, facet));
}

async function byPost(question: Question, context: Context, report: ReportCard, roles: readonly FoundRole[]): Promise<Outcome | null> {
  const kept = leansOnMemory(question, context) ? (context.memory?.terms ?? []) : [];
  const beside = besideHolder(question, roles);
  const matched = matchRoles(beside?.question ?? question, roles, kept, (text) => context.terms(text)).filter((role) => beside?.isBeside(role) !== false && !isCircular(question, role, context));
  return matched.length === 0 ? null : rolesTold(question, context, report, matched);
}

/** Who holds each of the posts, with their sentences. */
async function rolesTold(question: Question, context: Context, report: ReportCard, matched: readonly FoundRole[]): Promise<Outcome> {
  const evidence = new Evidence(context.library);
  const blocks: Block[] = [];
  for (const role of matched) {
    const citation = await evidence.place(report, role.quote, 'passage', role.path);
    const slots = { ...orgYear(context.lang, report), body: named(role.body ?? ''), post: named(role.post) };
    const holder = role.holder !== null && role.holderPost !== null ? `${role.holder}（${role.holderPost}）` : (role.holder ?? '');
    const inlines = role.holder === null ? say(context.lang, 'roleUnnamed', { ...slots, office: named(role.holderPost ?? '') }) : say(context.lang, 'roleNamed', { ...slots, holder: named(holder) });
    blocks.push({ type: 'text', inlines });
    if (!blocks.some((block) => block.type === 'quote' && block.citation === citation)) blocks.push({ type: 'quote', citation });
  }
  // 主任叫什么名字: that the 分管领导 holds the post is told, and is no name.
  if (toldAsks('asksName', question) && matched.every(({ holder, post }) => holder === null && isNamedPost(question, post))) return { draft: { status: 'not_found', reason: 'not_named', blocks, rows: [], citations: evidence.citations }, remember: { terms: question.terms } };
  const values = [...new Set(matched.map((role) => role.holder ?? role.holderPost ?? ''))];
  return { draft: { status: 'answered', blocks, value: values.join('、'), rows: [], citations: evidence.citations }, remember: { terms: question.terms } };
}

/** 审核由谁把关，叫什么名字 asks who does it, by whatever name; a post asked for by its own name is held by a person. */
function isNamedPost(question: Question, post: string): boolean {
  return question.terms.some(({ concept }) => isPost(concept) && lexicon().meaning('zh', fold(post).text)?.includes(concept!) === true);
}

/** 派出所负责人叫什么: that the post is held by the 派出所负责人 names nobody whom the question has not named. */
function isCircular(question: Question, role: FoundRole, context: Context): boolean {
  if (role.holder !== null || role.holderPost === null) return false;
  const office = fold(role.holderPost).text;
  if (question.folded.includes(office)) return true;
  const asked = question.terms.filter((term) => term.weight >= DISTINGUISHING);
  const said = new Set([role.body ?? '', role.post].flatMap((text) => context.terms(fold(text).text)).map((term) => term.concept ?? term.text));
  const byOffice = new Set(context.terms(office).map((term) => term.concept ?? term.text));
  return asked.some((term) => byOffice.has(term.concept ?? term.text)) && !asked.some((term) => said.has(term.concept ?? term.text));
}

/** 谁把关, 谁签批答复: what somebody does names them where no post does. */
async function byDeed(question: Question, context: Context): Promise<Outcome | null> {
  const [report] = context.reports;
  if (!report || context.reports.length !== 1 || toldAsks('namesPost', question) || toldAsks('ranks', question) || !(await isScopeSure(question, context))) return null;
  if (longestMention(question.folded, questionWords(question.lang).now, question.lang) !== null) return null;
  const told = await agentTold(question, report, await context.library.roles(report.report), context);
  return told && agentShown(told, report, context, question);
}

/** Who does it, with the sentence that says so; of an office that stands for a person, that no name is given. */
async function agentShown({ who: agents, sentence }: AgentTold, report: ReportCard, context: Context, { terms }: Question): Promise<Outcome> {
  const evidence = new Evidence(context.library);
  const citation = await evidence.place(report, sentence.spans, 'passage', sentence.path);
  const value = agents.join('、');
  const isUnnamed = toldWords().agents.unnamed.some((ending) => value.endsWith(ending));
  const inlines = [...say(context.lang, 'passageLead', orgYear(context.lang, report)), ...(context.lang === 'en' ? [' '] : []), named(value), ...(isUnnamed ? say(context.lang, 'noNameGiven') : [])];
  return { draft: { status: 'answered', blocks: [{ type: 'text', inlines }, { type: 'quote', citation }], value, rows: [], citations: evidence.citations }, remember: { terms } };
}

function notSaid(context: Context): Outcome {
  const [report] = context.reports;
  return { draft: { status: 'not_found', reason: 'not_named', blocks: [{ type: 'text', inlines: say(context.lang, 'noRole', orgYear(context.lang, report!)) }] } };
}
