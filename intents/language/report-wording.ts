import { z } from 'zod';
import { loadData } from '../../index/mod.js';
import { cues } from './cue-words.js';

/** How reports word things; templates over folded text. Reports are in Chinese, whatever the question is in. */
const ReportWording = z.strictObject({
  /** 其他需要报告的事项: the title of the part on what else there is. Source: the official form, part six. */
  otherMatters: cues('zh'),
  /** 一是, (二), 3.: opens a point of an enumeration. */
  point: cues('zh'),
  /** 一是, 其二, (3): a short sentence that begins so announces what those behind it are about. */
  announces: cues('zh'),
  /** 改进方向:一是: an enumeration begins in this sentence. */
  opensList: cues('zh'),
  /** Tells several things one after another. */
  severalThings: cues('zh'),
  /** 针对上述问题，采取以下措施: what a list is an answer to, in the words that introduce it. */
  refersBack: cues('zh'),
  /** 三个, 三大: how many things a name has, the group `n`. */
  howManyNamed: cues('zh'),
  /** 政策的背景: what the first of several things says of all of them, the group `owner`. */
  ofAll: cues('zh'),
  /** 等负责人: there are more than are named. */
  andOthers: cues('zh'),
  /** A post that says what its holder answers for. */
  duty: cues('zh'),
  /** 具体承办: what somebody does, at the end of a role that says no more. */
  deed: cues('zh'),
  /** The end of the name of an office that serves a body (领导小组办公室). */
  ownOffice: cues('zh'),
  /** 新任镇长: says before a title since when it is held. */
  newly: cues('zh'),
  /** 办公室主任: the head of an office, before which its name stands. */
  headOfOffice: cues('zh'),
  /** 牵头: says in a question or a role that somebody takes the lead, whoever heads the group. */
  leading: cues('zh'),
  /** 分管局长: how a question asks for the head who has charge of it, and what a role says of whoever has. */
  charge: z.strictObject({ asked: cues('zh'), told: cues('zh') }),
  /** How a question asks, and a role says, who answers for the whole. */
  inChief: z.strictObject({ asked: cues('zh'), told: cues('zh') }),
  /** The end of what stands before a title that makes a deputy of it. */
  deputy: cues('zh'),
  /** What stands before a title of which there are several (哪位局长): a deputy is one of them. */
  whichOfThem: cues('zh'),
  /** 调整以后换成, 新任, took over as: in a question, that a post has gone to somebody else; a report names whoever holds it now. */
  newlyHeld: z.strictObject({ zh: cues('zh'), en: cues('en') }),
  /** 等负责人: behind the last of several offices whose heads are members. */
  membersEnd: cues('zh'),
  /** 赵勇上面的(组长): behind the end of a person's name, the group `person`. */
  abovePerson: cues('zh'),
  /** 在领导小组里: how a question says that it means a post in a body, and how the name of such a body ends. */
  bodySaid: cues('zh'),
  bodyTold: cues('zh'),
  /** Says what is reached by something, which is what it is for. */
  purpose: cues('zh'),
  /** 主任的副手: asks for no 主任. */
  deputyOf: cues('zh'),
  isDeputy: cues('zh'),
  /** Gives a reason or a purpose where no word of `because` does. */
  reason: cues('zh'),
  /** Tells what was done about something. */
  remedy: cues('zh'),
  /** Speaks of what is to come. */
  plan: cues('zh'),
  /** Gives a time: 2021年10月, 每周三. */
  time: cues('zh'),
  /** 在全县排名第三, 位列第4位: the groups `n` and `unit`. */
  placeInRank: cues('zh'),
  /** 52家单位考核中位列第9: says in what something has a place. */
  inRanking: cues('zh'),
});

let loaded: z.output<typeof ReportWording> | undefined;

/** The wording of reports, read once. */
export function reportWording(): z.output<typeof ReportWording> {
  loaded ??= loadData('intents/language/report-wording.json', ReportWording);
  return loaded;
}
