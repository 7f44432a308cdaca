import { z } from 'zod';
import { loadData } from '../../data.js';
import { WordSet } from '../../language/numbers/word-set.js';

const list = z.array(z.string().min(1)).transform((words) => new WordSet(words));

/** Words that a clause is made of, from `words.json`: what to keep together, what acts, what only joins. */
export const words = loadData(
  'index/figures/prose/words.json',
  z.object({
    verbs: list,
    soft: list,
    firm: list,
    actors: list,
    tails: list,
    hardTails: list,
    keep: list,
    drop: list,
    edgeDrop: list,
    trailDrop: list,
    aspect: list,
    planned: list,
    plan: list,
    really: list,
    time: list,
    nounScope: list,
    pronounScope: list,
    /** 本单位: behind 本 or 我 they name no office. */
    namesNothing: list,
    /** 我镇|政府信息公开: what the office's work is called, which begins like a name of the office. */
    ownWork: list,
    /** 年初、年中: times at which something was done. */
    timesOfYear: list,
    frames: z.object({ lasting: list, starts: list, ends: list }),
  }),
);

/** Words that say how figures belong together and what they measure, from `signals.json`. */
export const signals = loadData(
  'index/figures/prose/signals.json',
  z.object({
    opensParts: list,
    ofThose: list,
    totals: list,
    weakTotals: list,
    wholeYear: list,
    restOnly: list,
    remainder: list,
    complement: list,
    comparisonBases: list,
    comparisonHeads: list,
    standing: list,
    change: list,
    changeNot: list,
    level: list,
    share: list,
    rateTails: list,
    average: list,
    averageEach: list,
    averageOnly: list,
    score: list,
    otherUnits: list,
    plan: list,
    receives: list,
    handles: list,
    finishes: list,
    extremes: list,
    carriesOver: list,
    returned: list,
    dependents: list,
    periods: list,
    levelFrom: list,
    levelTo: list,
    levelMoments: list,
    firstOnes: list,
    rowEnds: list,
    levelReached: list,
    periodAsPrinted: z.record(z.string(), z.string()),
    sentencePeriods: list,
    periodNot: list,
    lastYear: list,
    fallsShort: list,
    manyWho: list,
    predicates: list,
    leadIns: list,
    leadInAlone: list,
    insideMarks: list,
    insideNot: list,
    membership: list,
    distributes: list,
    sharedBy: list,
    listMarks: list,
    zeroVerbs: list,
    zeroPrinted: list,
    zeroStrong: list,
    zeroNouns: list,
    zeroNot: list,
    zeroNotBut: list,
    zeroAfterNot: list,
    zeroBareAfter: list,
    /** 因此: a cause that is none of what is denied. */
    therefore: list,
    /** 有关的申诉案: before the 的 that only joins one thing of a list to what was said. */
    relating: list,
    zeroTail: list,
    /** 申请人提出的: whoever it was, in a denial. */
    whoever: list,
    /** 人员 of 没有人员伤亡: a word that only begins like whoever it was. */
    whoeverNot: list,
    /** What may not have been done to a payer. */
    charges: list,
    /** Join two things. */
    conjunctions: list,
    /** Stand between things named together. */
    enumerates: list,
    /** 省级、市级: an end that several names share. */
    sharedEnds: list,
    /** 各有51件: between 各 and the number. */
    distributedBy: list,
    /** Between a word for all of several things and their number. */
    amountsTo: list,
    /** 甲、乙各设1处: each got one. */
    eachGiven: list,
    /** Counters of those who do something. */
    actorCounters: list,
    /** 接待群众1360人次: who came to what was just said to have been held. */
    serves: list,
    /** Counters of what is held and come to. */
    occasions: list,
    /** Counters of those who came. */
    visits: list,
    /** Counters of people. */
    personCounters: list,
    /** 2名专职人员和工作职责: what people have, and are not counted with. */
    duties: list,
    /** 试点后: ends a phrase that only gives a time. */
    moments: list,
    /** Words of taking part. */
    attends: list,
    /** 粉丝数, 阅读量: ends a name of what is measured. */
    amountTails: list,
    /** The same, of rates and sums too. */
    measureTails: list,
    /** 2019年、2020年: between years of one list. */
    betweenYears: list,
    /** 结转至下一年度: deeds of carrying over, the joint behind them, and the year into which it goes. */
    carries: list,
    carriedTo: list,
    nextYears: list,
    /** 2022年结转的3件: whence something was carried over. */
    carriedFrom: list,
    /** 2021年计划: behind a year that says nothing about the numbers after it. */
    yearAside: list,
    /** 上年为538条: between a period and its own number. */
    leadsToNumber: list,
    /** 从结果看, 按渠道分: ends a clause that announces parts. */
    seenBy: list,
    /** 按渠道分. */
    dividesBy: list,
    /** Counters that people exchange when they count the same thing. */
    alikeCounters: z.array(list),
    /** 字体：大 中 小: what a page prints about itself. */
    pageFurniture: list,
    /** 为没有食堂的站点: to whom something is given. */
    givenTo: list,
    /** Open a clause that says why. */
    causes: list,
    /** 满意率达: between a rate and its number. */
    rateSaidBy: list,
    /** 零发生: what 零 denies. */
    zeroDeeds: list,
    /** 未及时公开: behind a denial of how, not of whether. */
    zeroManner: list,
    /** 等情况: closes a list of what did not happen. */
    etcTails: list,
    /** 12个代办点: counters that need their noun behind. */
    looseCounters: list,
    /** 考核中位列第2. */
    ranks: list,
    /** 位列全省第2. */
    rankedOver: list,
    /** 只占. */
    only: list,
    /** 办60场: deeds of one character. */
    shortDeeds: list,
    /** 办了60场, 到场171人. */
    shortDeedTails: list,
    /** 大厅设窗口8个，工作人员23名: what is told of the place that the sentence speaks of, without a verb. */
    placeTopics: list,
    /** 大厅设窗口8个: deeds behind a place that has or sets up something, unless a longer word begins there (设施). */
    placeDeeds: list,
    placeDeedsNot: list,
    /** 计划为80场. */
    copulas: list,
    /** Changes that need what they are compared with. */
    degrees: list,
    /** 增至: what follows is the level reached. */
    reaches: list,
    /** 精简到, 整合为: with the word behind it, the number is what was left. */
    settles: list,
    /** 增加到, 提高为. */
    leadsToLevel: list,
    /** 到期, 到位: words of their own. */
    reachesNot: list,
    /** 增长了约: between a change and its number. */
    changeTails: list,
    /** 多办了537件. */
    moreOrLess: list,
    /** Name a part of the office that reports. */
    ownOffices: list,
  }),
);
