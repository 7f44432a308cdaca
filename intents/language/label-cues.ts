import { z } from 'zod';
import { loadData } from '../../index/mod.js';
import { cue, cues, words } from './cue-words.js';

const Words = z.array(z.string().min(1));

/** By which words a figure's label, or a question held against it, says that another number is meant. Labels are in Chinese, whatever the question is in. */
const LabelCues = z.strictObject({
  /** 前三位: the first so many of a list. */
  firstOfThem: cue('zh'),
  /** Right behind a thing, for some of those that are so called (返乡人员|里). */
  amongWhom: cue('zh'),
  /** 申请内容集中在: opens a list of what people turned to the office about. */
  topicOpens: cue('zh'),
  /** In a question, they ask what so many turned to the office about. */
  asksTopic: z.strictObject({ zh: cues('zh'), en: cues('en') }),
  /** What stands right behind a number of which a part is told next (164条|里转发占七成); the bracket `part` names the part. */
  outOfThem: cue('zh'),
  /** 小分队有几个人: asks who belongs to it, not who was there. */
  asksMembers: cue('zh'),
  /** How a word looks that names people (代办员, 人数). */
  people: cues('zh'),
  /** What is counted by households (住户, 企业). */
  households: cues('zh'),
  /** How a word looks that names an office somebody holds. */
  offices: cues('zh'),
  /** Counters of a place in a rank. */
  placeUnits: Words,
  /** 不是网上留言的: asks for all but those. */
  isNot: cue('zh'),
  /** In a label, they say that only those are counted with which something was wrong. */
  failing: Words,
  /** How a label ends that tells what happened before (年轻干部下沉后). */
  afterIt: cues('zh'),
  /** How a label begins that tells what is only meant to be done (拟聘用教师). */
  intendsWithin: cue('zh'),
  /** A label that says of the next one that it is only meant to be done (拟|废止). */
  intends: Words,
  /** How a label looks that tells of money. */
  costs: cues('zh'),
  /** Right before a word, they turn it round (不准确). */
  denials: Words,
  /** In a question's word, they say that something was not there or not done. */
  lacking: Words,
  /** Characters that stand side by side in a word for all of them (大中型, 进出口, 好差评). */
  joined: z.array(z.string().min(2)).transform((all) => all.map((characters) => ({ characters, run: new RegExp(`[${characters}]{2,}`, 'gu') }))),
  /** In a verb, they make it another deed than the one that a report tells (欠收, 退还, 扣减): never left unexplained. */
  turning: Words,
  /** Between things that a label names together. */
  between: Words,
  /** In the clause before a total of which a part was added this year, they say that it counts all years. */
  accumulates: Words,
  /** They open a label that counts what came in the year or is no more (新添置|查询机, 关停|账号), and not what there is. */
  cameOrWent: Words,
  /** Before a deed, all that a label says beside it, they say that it was done in the year of the report (新|分配). */
  newlyDone: Words,
  /** They open a clause that names the day until which something is counted. */
  untilDay: Words,
  /** In a clause behind such a day, they say that what is counted was there before the year too. */
  already: Words,
  /** In the clause before a number, they say so by themselves. */
  allYears: Words,
  /** Labels that say together what has a word of its own (收取 and 费用: 收费). */
  together: z.array(z.strictObject({ labels: Words, means: z.string().min(1) })),
  /** At the end of a label, they say that it names who did it. */
  bodies: Words,
  /** Before what was added, they say that it was added in the year of the report. */
  ofThisYear: Words,
  /** Right behind a counter they say how often, not how many (艘次, 家次). */
  occasions: Words,
  /** Before a year, they say that a change is counted from it (比2019年). */
  comparedWith: Words,
  /** What people count cells in that the forms count in 件. */
  spokenCounters: Words,
  /** 几, 多少: right before what is counted. */
  howMany: words('zh'),
  /** Ends a verb that says no more than that it was done (改了). */
  justDone: cue('zh'),
  /** Behind a verb, it says that the verb is the question's own and no word before a noun (播了几条, 几块换了). */
  askedNext: cue('zh'),
  /** In a figure's clause, they name a year as 2020年 does. */
  wholeYear: Words,
  /** In the clause before a number, they say that it counts over all that was named. */
  totals: Words,
  /** Right behind a thing, they say that it stands for others too. */
  andOthers: Words,
  /** They open the last thing of a list where it is whatever else there is (及其|他渠道). */
  others: Words,
  /** By the concept of what did not happen: concepts, and words that have none, before it that do not say which kind of it (公开政府信息的 before 申请). */
  goesWithoutSaying: z.record(z.string(), Words),
  /** Units of what comes out again and again, and of its copies. */
  issues: Words,
  copies: Words,
  /** Deeds that an English question says of certain things without telling any of them from others. */
  impliedDeeds: z.array(z.strictObject({ deeds: Words, of: Words })),
  /** Where people turn to with any matter: what an English question calls their requests are no requests for information. */
  hotlines: Words,
  /** What they are called there; disclosure requests and applications are requests for information wherever they are made. */
  bareRequests: Words,
  /** What an authority decides case by case, and the units in which such cases are counted: 行政处罚63件 are decisions, 行政处罚63项 a list. */
  decidedCases: z.strictObject({ concepts: Words, units: Words }),
  /** 结转2023年: a deed that carries something over, with the year into which it does. */
  carriedOver: cue('zh'),
  /** Opens a list of what is part of the number before it. */
  amongThem: Words,
  /** Opens a clause that says of all that was counted right before what was done. */
  allOfThem: cue('zh'),
  /** In a clause before a number's own, they say by which means or in which fields it was done. */
  ways: cue('zh'),
  /** Behind one means that is named, for the others that are not. */
  otherWays: cue('zh'),
  /** Concepts of that by which something is made public. */
  channels: Words,
  /** Concepts of making public. */
  publishing: Words,
  /** Concepts by which a thing comes to be there, or is kept: what a label says so of is there. */
  comesToBe: Words,
  /** Words for the whole of something that is measured; 总数 and the like stand in the lexicon. */
  wholeAsked: Words,
  /** Deeds that turn a loss or a charge into its contrary: 挽回损失 is no loss. */
  recovering: Words,
  /** A number that each of several things has (各设1个). */
  ofEachOne: Words,
  /** Behind a noun: how many there are of it. */
  quantityNouns: Words,
  /** How a label begins that tells what one of several has (每期印). */
  ofOne: cue('zh'),
  /** What an office of a kind (at the end of its name) calls itself in its own report. */
  ownKinds: z.array(z.strictObject({ is: Words.min(1), called: Words.min(1) })),
  /** Between a list of places and a thing, they say that it stands there. */
  setsUp: Words,
  /** Behind a deed they make it the name of who does it (调处中心). */
  bodyEndings: Words,
  /** What is done to some things and not to all there are: 通报学校5所 are not how many schools there are. */
  singlesOut: Words,
  /** In the clause before a number, they say that the numbers are told one by one of the things listed before. */
  respectively: Words,
  /** A question with one of these asks what each has. */
  ofEach: Words,
  /** The mean of a stretch of time. */
  perTime: Words,
  /** Counters of what is published. */
  itemCounters: Words,
  /** Open to those who ask: said of requests and of information alike. */
  onRequest: Words,
  /** Names of the whole work that, behind a kind of information, say that so much of it was published. */
  informationMadePublic: Words,
  /** Right behind such a word, for the information itself. */
  information: Words,
  /** In the clause of a measure, they say that it has been carried out. */
  done: Words,
  /** What was examined and found good. */
  passed: cue('zh'),
  /** 压减到, 保留: the number behind is what was left standing. */
  leaves: cues('zh'),
  /** 超出年初目标: the number is by how much, and none that was reached. */
  excess: cues('zh'),
  /** 听不清, 收不到: what could not be done, the brackets `deed` and `comes`. */
  couldNot: cue('zh').transform(({ source }) => new RegExp(source, 'gu')),
  /** 占几分: how many of the points of a whole something counts for. */
  partOfScore: cue('zh'),
  /** Before what became of something. */
  becomes: cue('zh'),
  /** 投诉最多(的是…): says that what follows is the largest of its kind by number; how many of it there are is told all the same. */
  mostNamed: cue('zh'),
  /** Of many, the largest or the least: never all of them together. */
  extremes: Words,
  /** Opens what stands behind a thing in a label and joins another one to it. */
  joinedBehind: cues('zh'),
  /** All that stands between two nouns of a question that are counted together. */
  joins: z.strictObject({ zh: cues('zh'), en: cues('en') }).transform(({ zh, en }) => [...zh, ...en]),
});

let loaded: z.output<typeof LabelCues> | undefined;

/** The cues, read once. Throws when `label-cues.json` does not hold what it should. */
export function labelCues(): z.output<typeof LabelCues> {
  loaded ??= loadData('intents/language/label-cues.json', LabelCues);
  return loaded;
}
