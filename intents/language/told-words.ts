import { z } from 'zod';
import { loadData, type Lang } from '../../index/mod.js';
import { cues, fits } from './cue-words.js';

const Cues = z.strictObject({ zh: cues('zh'), en: cues('en') });
const Words = z.array(z.string().min(1));

const ToldWords = z.strictObject({
  /** A question in so many words, not a heap of nouns. */
  asks: Cues,
  /** How something is done. */
  asksHow: Cues,
  /** What is to come. */
  asksPlan: Cues,
  /** What was done about what is wanting. */
  asksMeasure: Cues,
  /** 第二条问题, 改进措施第三条: a point by its number, the group `n`. */
  pointByNumber: cues('zh'),
  /** What a point begins with; the group `n` is its number. */
  markOfPoint: cues('zh'),
  /** What is wanting. */
  asksProblem: Cues,
  /** 哪四条: how many things the question says there are, the group `n`. */
  howManyThings: Cues,
  /** 图个啥: what something is meant to bring, which a sentence also tells by what is reached with it. */
  asksPurpose: Cues,
  /** 问啥内容, 关于哪方面: what something is about, not what it is made of. */
  asksMatter: Cues,
  /** 提案内容是什么, 申请要什么信息: what something says or is about, whatever was done with it. */
  asksContent: Cues,
  /** What a report tells that by, in a stretch without numbers. */
  content: cues('zh'),
  /** Asks for an amount (what was the training budget): a sentence that gives none only speaks of the thing. */
  asksAmount: Cues,
  /** 按过程性信息不予公开的有多少: counts one kind, told by what it goes by. */
  oneKind: Cues,
  /** Since when, how long: what a report says of nobody. */
  asksWhen: Cues,
  /** Sets things of one sort against each other (最久, most). */
  ranks: Cues,
  /** （数量、栏目那些）: some of what is asked for, the group `examples`. */
  examplesGiven: Cues,
  /** 除了社保和民政，还有哪些: what of a list is known already, the group `examples`. */
  besides: Cues,
  /** What stands between two of them, 啊 and 呀 only in speech. */
  betweenExamples: Words,
  /** Asks who somebody is, by a post or a trade (法律顾问是谁): what somebody did names nobody as such. */
  asksIdentity: Cues,
  /** Asks which post somebody holds. */
  asksPost: Cues,
  /** Asks for a name in so many words: the office that holds a post is none. */
  asksName: Cues,
  /** Asks to whom something was done (谁被通报, 约谈了谁): who did it is no answer. */
  suffers: Cues,
  /** Asks for an office that does something. */
  asksOffice: Cues,
  /** Asks for several of them, or for the leaders who do it. */
  asksBodies: Cues,
  /** What may stand before a title without making it another body's. */
  beforeTitle: cues('zh'),
  /** Names a post: who holds it is told by posts only. */
  namesPost: Cues,
  /** Where something is or happens. */
  asksWhere: Cues,
  /** What something holds, or which things there are. */
  asksWhat: Cues,
  /** A clause of a report, its words of the question blotted out, that says where. */
  place: cues('zh'),
  /** How often something is done, which tells how even where a number ends the clause (每周更新2条). */
  regularly: cues('zh'),
  /** A clause that ends in how many there are (取消各类证明14项). */
  endsInQuantity: cues('zh'),
  /** Names of a kind asked for (哪几家单位), and how a sentence that names some looks. */
  kinds: z.array(z.strictObject({ asked: Cues, named: cues('zh') })),
  /** What is asked what it tells of (墙上写了什么): the group `deed`. */
  contentDeed: Cues,
  /** What is asked how it is done (怎么定的): the group `deed`. */
  deed: Cues,
  /** 得了什么奖: the thing asked for, the group `thing`. */
  whatThing: Cues,
  /** 培训学什么: what is learnt or said is asked for, the verb says nothing of it. */
  learntOrSaid: Cues,
  /** What was done to the things asked for (公布了哪些): the group `deed`. */
  didWhat: Cues,
  /** 形成了: all that introduces a list, where something done comes to it. */
  deedDone: cues('zh'),
  /** 公布|了|哪些: what may stand between what was done and the word that asks what it was done to. */
  afterDeed: cues('zh'),
  /** Deeds that stand for any (怎么办). */
  anyDeed: Words,
  /** How a clause of a report says who does something; the group `agent` is who. */
  agents: z.strictObject({
    /** 由甲科、乙科等负责人: what stands behind the first of several that are named together. */
    joins: Words,
    /** How the name of an office or of people ends that do something; a person's own name is short. */
    endings: Words,
    /** What is nobody, however short (全年, 县政府主要). */
    nobody: Words,
    /** What nobody's name or office begins with (我局, 做到有). */
    nobodyStarts: Words,
    /** How an office ends that stands for a person whom the report does not name. */
    unnamed: Words,
    /** 为副组长: behind a name, what somebody was made, and nothing that they do. */
    appointed: cues('zh'),
    /** 由…负责: behind 由 or 请. */
    introduced: cues('zh'),
    /** …负责: at the beginning of the clause. */
    opening: cues('zh'),
    /** 按照镇党委提出的“三提升”: the groups `agent`, `deed` and `name`. */
    called: cues('zh'),
  }),
  /** Says that a report finds fault itself (自查出), or how many points it has (三个): words that tell no problem from another. */
  admits: Cues,
  /** Concepts that tell neither problems nor plans apart. */
  generalConcepts: Words,
  /** Words of the same sort that the lexicon lacks. */
  generalWords: z.strictObject({ zh: Words, en: Words }),
});

let loaded: z.output<typeof ToldWords> | undefined;

/** How people ask for what a report tells in sentences (`told.json`). Throws when the file does not hold what it should. */
export function toldWords(): z.output<typeof ToldWords> {
  loaded ??= loadData('intents/language/told.json', ToldWords);
  return loaded;
}

/** True when `question` asks for what is wanting, and not for what is done about it. */
export function asksOnlyProblem(question: { readonly lang: Lang; readonly folded: string }): boolean {
  return toldAsks('asksProblem', question) && !toldAsks('asksPlan', question) && !toldAsks('asksMeasure', question) && !toldAsks('asksHow', question);
}

/** True when `question` asks for what is wanting (`asksProblem`), for what is to come (`asksPlan`) and so on. */
export function toldAsks(what: 'asks' | 'asksHow' | 'asksPlan' | 'asksMeasure' | 'asksProblem' | 'namesPost' | 'asksOffice' | 'asksBodies' | 'ranks' | 'asksWhen' | 'asksWhere' | 'asksWhat' | 'asksIdentity' | 'asksPost' | 'asksName' | 'suffers' | 'asksMatter' | 'asksContent' | 'asksPurpose' | 'oneKind' | 'asksAmount', question: { readonly lang: Lang; readonly folded: string }): boolean {
  return fits(toldWords()[what][question.lang], question.folded);
}
