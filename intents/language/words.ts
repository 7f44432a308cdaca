import { z } from 'zod';
import { loadData, type Lang } from '../../index/mod.js';
import { cue, cues, words } from './cue-words.js';

/** What a question may be after; a question can carry several. */
export const CUES = ['count', 'who', 'which', 'list', 'share', 'difference', 'sum', 'average', 'ratio', 'breakdown', 'why', 'how', 'when', 'summary', 'reports', 'help', 'change', 'source'] as const;
/** One of `CUES`. */
export type Cue = (typeof CUES)[number];

const Pattern = z.string().transform((source) => new RegExp(source, 'gu'));

const questionWordsIn = (lang: Lang) => {
  const Surfaces = words(lang);
  return z.strictObject({
    /** Where a question bends, over its folded text: templates first, then regular expressions where classes of characters or every match are needed. */
    patterns: z.strictObject({
      /** 哪几家, 哪个村: asks for names of those that a number counts. */
      whoAmongThem: cue(lang),
      /** 哪六个: names the number itself and asks which ones they are. */
      whichSoMany: cue(lang),
      /** 做了几期, 几期了: asks what has been done. */
      asksDone: cue(lang),
      /** 新收: came in this year, not over from the year before. */
      fresh: cue(lang),
      /** 不合格的是哪些: asks which of some things are such. */
      whichOfThem: z.string().transform((source) => new RegExp(source, 'u')),
      /** 依申请公开这一段, 平台建设方面做了什么: asks for what stands under a title. */
      partByTitle: cue(lang),
      /** 咋解决的: asks what was done about something. */
      asksRemedy: cue(lang),
      /** 补贴发了多少: asks for money without naming a unit. */
      money: Pattern,
      /** How much rubbish: asks for tonnes, acres or hours, and not for money. */
      ofStuff: z.string().transform((source) => new RegExp(source, 'u')),
      /** What was the total attendance at …, what area of …: the first group is the noun asked for, which may name its units. */
      measureNamed: z.string().transform((source) => new RegExp(source, 'u')),
      /** 我是家长，想问…: a clause about who asks, which names nothing of the report. */
      aboutAsker: Pattern,
      /** 有没有: asks yes or no and denies nothing. */
      yesOrNo: Pattern,
      /** Asks how much less the first side is. */
      less: z.string().transform((source) => new RegExp(source, 'u')),
      /** 每个村各办了多少: asks for each by itself. */
      ofEach: z.string().transform((source) => new RegExp(source, 'u')),
      /** Says that only what somebody did themselves is meant (中心自己办了几件). */
      ownShare: z.string().transform((source) => new RegExp(source, 'u')),
      /** 含咨询, 受理带咨询都算: a remark that parts are counted too, which the group `parts` or `all` names. */
      takesIn: z.string().transform((source) => new RegExp(source, 'u')),
      /** Says first that something is left out (不含村站, excluding the stations), and not behind it (村站不算). */
      leavesOutFirst: z.string().transform((source) => new RegExp(source, 'u')),
      /** Leaves out what stands behind it, never what stands before it (中心除了受理). */
      leavesOutBehind: z.string().transform((source) => new RegExp(source, 'u')),
      /** Leaves something out (不算咨询的, not counting inquiries): no figure by itself answers that. */
      leavesOut: z.string().transform((source) => new RegExp(source, 'u')),
      /** Says that something was not done. */
      negation: Pattern,
      /** Leans on the turn before. */
      followUp: Pattern,
      /** 即办的, the urgent ones: a kind of what the turn before counted, without a noun of its own. */
      headless: cue(lang),
      /** 里面…, of those …: a part of the last answer itself. */
      withinLast: cue(lang),
      /** 占的那部分: the part, not what share of the whole it is. */
      partItself: cue(lang),
      /** 超过计划多少: asks by how much something went beyond a mark, which is not the mark. */
      exceeds: cue(lang),
      /** Words by which a label tells such an excess. */
      exceeded: cue(lang),
      /** The words between the two sides of a share, a difference, a sum, a multiple. */
      share: Pattern,
      against: Pattern,
      together: Pattern,
      times: Pattern,
      /** 受理件里村站…: what stands before (in English after) is the whole. */
      within: Pattern,
      /** 其他要报告的有没有: asks for the part of the report on what else there is. */
      otherMatters: z.string().transform((source) => new RegExp(source, 'u')),
      /** 咨询件数占其办理总数: what stands behind the word of a share says that the whole is the part's own. */
      ofItsOwn: z.string().transform((source) => new RegExp(source, 'u')),
      /** 村站和中心各办了多少: each of two that are named. */
      /** 降幅: by what share something changed, not by how many. */
      rateOfChange: z.string().transform((source) => new RegExp(source, 'u')),
      /** How many are there: asks for all of them, whatever was done with some. */
      existing: z.string().transform((source) => new RegExp(source, 'u')),
      /** What was the satisfaction rate: asks for a figure in percent. */
      rateAsked: z.string().transform((source) => new RegExp(source, 'u')),
      /** By how much: asks for a change, however it is worded. */
      moved: z.string().transform((source) => new RegExp(source, 'u')),
      /** By how many: things, no share of them. */
      movedByCount: z.string().transform((source) => new RegExp(source, 'u')),
      /** Had been built in all, to date: what there is by now, rather than what was added. */
      everDone: z.string().transform((source) => new RegExp(source, 'u')),
      /** 各是多少: asks for as many answers as things are named. */
      each: z.string().transform((source) => new RegExp(source, 'u')),
      /** 9个村分别办了多少, 各村办了多少: asks for the number of each of many. */
      eachOfMany: z.string().transform((source) => new RegExp(source, 'u')),
      eachOfTwo: z.string().transform((source) => new RegExp(source, 'u')),
      /** 各受理几件: the group `asks` is the word that asks for each of two. */
      eachAsks: z.string().transform((source) => new RegExp(source, 'u')),
      /** 便民服务事项合计: asks for a total without a word of asking. */
      endsInTotal: cue(lang),
      /** 排第几名: asks for a place in a rank. */
      placeAsked: cue(lang),
      /** 许可事项现有几项: asks how many there are now. */
      stockNow: z.string().transform((source) => new RegExp(source, 'u')),
      /** 咨询分乡和村各几件: a word that only says that the two are told apart. */
      dividing: z.string().transform((source) => new RegExp(source, 'u')),
      /** 按中心和村站怎么分: the group `asks` is where the names of the two end. */
      fallsInto: z.string().transform((source) => new RegExp(source, 'u')),
      /** 前一年呢: the year before, after the one of the turn before. */
      yearBefore: cue(lang),
      /** 去年呢 and nothing else. */
      lastYear: cue(lang),
      yearAfter: cue(lang),
      /** 每个村, 平均每期培训班: the group `over` starts with what is averaged over; `counter` or `one` is how it is counted. */
      per: Pattern,
      /** 中心受理减村站受理差多少: the word between two sides that belongs to no word of theirs. */
      minus: Pattern,
      /** 全部 before what something is one of (全部事项中，由中心办的): the whole is not asked for. */
      outOfAll: z.string().transform((source) => new RegExp(source, 'gu')),
      /** 增减情况为多少: a number is asked for, not what it is made of. */
      situationInNumbers: z.string().transform((source) => new RegExp(source, 'u')),
      /** 平均每月: a stretch of time, which no figure of a report counts. */
      perTime: cue(lang),
      /** 哪…, which: names one or some of several. */
      anyWhich: cue(lang),
      /** 打算怎样规范运行: asks about what is to come. */
      asksPlan: cue(lang),
      /** 还剩多少没改好: a word that says no more than the denial beside it. */
      leftOver: cue(lang),
      /** A比B多几件: sets two things against each other. */
      comparison: z.string().transform((source) => new RegExp(source, 'u')),
      /** 类比, 比高: what the segmenter makes of 比 and its neighbour in such a question. */
      /** 各发: what a dictionary joins to the word for each, and is a deed. */
      joinedByEach: z.string().transform((source) => new RegExp(source, 'u')),
      joinedByComparison: z.string().transform((source) => new RegExp(source, 'u')),
      /** 受理件的百分之几来自村站, what share of A came from B: the groups `whole` and `part`. */
      wholeFirst: z.string().transform((source) => new RegExp(source, 'du')),
    }),
    /** How several questions in one message are told apart. Regular expressions. */
    several: z.strictObject({
      /** Where a question ends for sure. */
      ends: Pattern,
      /** 1、…… 2、……: the mark that opens one of several; the first group is its number. */
      marks: Pattern,
      /** Numerals that a mark may be written in, from one on. */
      ordinals: z.array(z.string().length(1)),
      /** Between the things of which each is asked for. */
      joints: z.string().transform((source) => new RegExp(source, 'u')),
      /** 各, 分别: opens what is asked of each. */
      eachWord: z.string().transform((source) => new RegExp(source, 'u')),
      /** Behind several posts (组长、副组长): asks who holds each. */
      holders: z.string().transform((source) => new RegExp(source, 'u')),
      /** 的 between whose report is meant and the things. */
      ofBefore: z.string().transform((source) => new RegExp(source, 'u')),
      /** 甲、乙的公文: what the last of the things says of all. */
      ofShared: z.string().transform((source) => new RegExp(source, 'u')),
      /** Asks for people, of whom two may be asked for at once. */
      person: z.string().transform((source) => new RegExp(source, 'u')),
      /** Where a question ends when what stands on both sides asks for itself. */
      clauses: Pattern,
      /** Ends a question that wants yes or no. */
      yesOrNoEnd: z.string().transform((source) => new RegExp(source, 'u')),
      /** A whole piece that only says of what kind the one asked for is: 什么机构. */
      onlyKind: z.string().transform((source) => new RegExp(source, 'u')),
      /** 几件: nothing but the question for a number. */
      onlyHowMany: z.string().transform((source) => new RegExp(source, 'u')),
      /** Words that ask. */
      asks: z.string().transform((source) => new RegExp(source, 'iu')),
    }),
    /** Words that carry no content of their own: question words, politeness, particles, counters. */
    frames: Surfaces,
    /** Everyday words for doing something (跑, 拿): they match literally and tell figures apart little. */
    light: Surfaces,
    /** 废掉: a verb of one character with what came of it, and the word that reports print for both. Only verbs that name one deed with that outcome: 退掉 may be 退回 and 退费. */
    outcomes: z.array(z.strictObject({ ends: z.array(z.string().min(1)), verbs: z.record(z.string().length(1), z.string().min(2)) })).default([]),
    /** 几次会: nouns of one character that stand alone at the end, by the word that they are short for. */
    shortNouns: z.record(z.string().length(1), z.string().min(2)),
    /** Words that show what the question is after. */
    cues: z.strictObject(Object.fromEntries(CUES.map((each) => [each, Surfaces])) as Record<Cue, typeof Surfaces>),
    /** Templates that show what a question is after where no fixed word does. */
    cuePatterns: z.partialRecord(z.enum(CUES), cues(lang)),
    /** Requests for what this product does not do. */
    refuse: Surfaces,
    /** Openings of clauses that try to overrule the product; such a clause is dropped. */
    injection: Surfaces,
    greeting: Surfaces,
    /** Words around a question that ask nothing (请问, 你好). */
    courtesy: Surfaces,
    /** Words that ask for a total rather than its parts. */
    total: Surfaces,
    /** Words for the whole that a part is compared with. */
    whole: Surfaces,
    /** Words that say of which level of government the whole is meant (全县 of a township's report is another whole). */
    levels: z.record(z.string(), Surfaces),
    /** Words by which people call the office whose report it is (镇里, 局里), by its level. */
    ownLevels: z.record(z.string(), Surfaces),
    /** Words that ask about the day of asking, of which a report says nothing. */
    now: Surfaces,
    /** Openings of a clause that tells the product what to say; dropped after one that tries to overrule it. */
    commands: Surfaces,
    /** Words that rank organisations. */
    superlative: Surfaces,
    /** Words before a year that something is compared with. */
    beforeComparedYear: Surfaces,
    sectionNumbers: z.record(z.string(), z.number().int().positive()),
    /** Before a number, they say that it counts parts and names none (哪六个部分). */
    countsParts: Surfaces,
    ordinalPart: Surfaces,
    /** Single characters that add nothing to the word they stand by (了, 过, 来). */
    particles: z.string(),
    /** Single characters that tell places apart where they stand behind the piece of a name (坪上, 坪下). */
    inNames: z.string(),
    /** Words of a report by which a sentence gives a reason. */
    because: Surfaces,
  });
};
/** The words of questions in one language, templates compiled. */
export type QuestionWords = z.output<ReturnType<typeof questionWordsIn>>;

const loaded = new Map<Lang, QuestionWords>();

/** The question words of a language, read once. Throws with file and field when the data is wrong. */
export function questionWords(lang: Lang): QuestionWords {
  const known = loaded.get(lang) ?? loadData(`intents/language/${lang}.json`, questionWordsIn(lang));
  loaded.set(lang, known);
  return known;
}
