import { gathered } from '../../document/gathered.js';
import type { FoldedRange } from '../../language/numbers/found-number.js';
import { carriedInto } from './carried.js';
import { baseAt } from './comparison-base.js';
import { signals, words } from './lexicon.js';
import { ownerEnd, timesEnd } from './owner.js';
import { assignRoles, type Piece, type Raw } from './roles.js';
import { printed, skipQuote, type Sentence } from './sentence.js';
import { isBareDeed, isShortDeed, placeDeedAt } from './short-deeds.js';

export type { Piece, Role } from './roles.js';

/**
 * Cuts ranges into their content pieces in reading order; function words, dates and brackets fall away.
 * Nouns before the first verb are `subject`, after it `object`; without a verb they are `topic`.
 */
export function piecesIn(sentence: Sentence, ...ranges: readonly FoldedRange[]): Piece[] {
  return assignRoles(gathered(ranges, (range) => (range.end > range.start ? new Cutter(sentence, range).cut() : null)));
}

/** 了, 至, 约 between a change and its number, in characters. */
const LONGEST_CHANGE_TAIL = 4;
/** 受…影响 is no longer than this. */
const LONGEST_CAUSE = 14;
/** Verbs that are listed as one thing (抽查检查) are no longer than this. */
const LONGEST_ITEM = 8;

/** 完工, 脱贫, 投入运营 behind 已, up to the end of the clause. */
const STATE = /^\p{sc=Han}{2,4}$/u;

class Cutter {
  private readonly raws: Raw[] = [];
  private readonly text: string;
  private readonly to: number;
  private at: number;
  private start = -1;
  private end = -1;
  /** Characters before this place are protected from trimming. */
  private keptTo = 0;

  constructor(
    private readonly sentence: Sentence,
    range: FoldedRange,
  ) {
    this.text = sentence.text;
    this.at = range.start;
    this.to = range.end;
  }

  cut(): Raw[] {
    while (this.at < this.to) this.step();
    this.flush();
    return this.raws;
  }

  private step(): void {
    const { text, at, to } = this;
    if (this.start < 0 && this.raws.length === 0 && this.isMeasure()) return this.take(to, true);
    const close = this.sentence.closeOf.get(at);
    if (close !== undefined) return this.isPartOfName(at, close) ? this.take(close + 1, true) : this.skipTo(Math.min(to, close + 1));
    const quote = Math.min(to, skipQuote(text, at));
    if (quote > at) return this.take(quote, true);
    const base = baseAt(this.sentence, at, to);
    if (base > at) return this.emit('base', base);
    const weak = signals.weakTotals.at(text, at, to);
    if (weak !== null && (weak.length > 1 || (this.raws.length === 0 && this.start < 0)) && at + weak.length === to) return this.emit('total', to);
    if (signals.levelFrom.at(text, at, to) !== null && this.leadsFrom(at + 1)) return this.skipTo(at + 1);
    if (text[at] === '被' && this.start >= 0 && words.keep.at(text, at, to) === null && words.verbs.at(text, at + 1, to) !== null) return this.skipTo(at + 1);
    if (text[at] === '共' && (words.verbs.at(text, at + 1, to)?.length ?? 0) > 1) return this.skipTo(at + 1);
    if (/[上已]/.test(text[at]!) && this.start >= 0 && words.actors.before(text, at, this.start) !== null && words.verbs.at(text, at + 1, to) !== null) return this.skipTo(at + 1);
    const had = this.start >= 0 ? placeDeedAt(text, at, this.start, to) : null;
    if (had !== null) return this.emit('verb', at + had.length);
    if (this.skipsCause() || this.levelMeant() || this.nowDone()) return;
    const over = carriedInto(this.sentence, at, to);
    if (over > at) return this.emit('verb', over);
    const strong = signals.totals.at(text, at, to);
    if (strong !== null && at + strong.length === to) return this.emit('total', to);
    const joining = this.joiningAt();
    if (joining !== null && joining.length > 1 && this.sentence.numberAt.get(at)?.kind !== 'date' && (longer(words.verbs.at(text, at, to), words.keep.at(text, at, to))?.length ?? 0) <= joining.length) return this.skipTo(at + joining.length);
    const number = this.sentence.numberAt.get(at);
    if (number !== undefined && number.kind !== 'quantity') {
      if (number.kind === 'list-mark') return this.skipTo(Math.min(to, number.extent.end + (/[是.]/.test(text[number.extent.end] ?? '') ? 1 : 0)));
      if (number.kind === 'date' && this.isTimesOf(number.extent.end)) return this.emit('base', number.extent.end);
      const aside = number.kind === 'date' ? number.year !== null || (this.start < 0 && /[月日]/.test(text.slice(at, number.extent.end))) : number.kind === 'page-mark';
      if (number.kind === 'date' && text[number.extent.end - 1] === '度' && number.year === null) return this.emit('time', Math.min(to, number.extent.end));
      if (aside || (number.kind === 'date' && signals.totals.at(text, number.extent.end, to) !== null) || (number.kind === 'date' && signals.weakTotals.at(text, number.extent.end, to) !== null)) return this.skipTo(Math.min(to, number.extent.end));
      const end = Math.min(to, Math.max(number.extent.end, at + 1));
      return number.kind === 'anaphor' ? this.skipTo(end) : this.take(end, true);
    }
    if (text[at] === '、' && this.start >= 0 && at + 1 < to) return this.take(at + 1, false);
    if (/[、,;:。!?()*"]/.test(text[at]!)) return this.skipTo(at + 1);
    if (strong !== null) return this.emit('total', at + strong.length);
    if (signals.conjunctions.has(text[at]!) && this.start >= 0 && words.keep.at(text, at, to) === null && words.nounScope.at(text, at + 1, to) !== null) return this.skipTo(at + 1);
    const kept = longer(words.keep.at(text, at, to), signals.average.at(text, at, to));
    const verb = words.verbs.at(text, at, to);
    const deed = verb !== null && this.start >= 0 && kept?.startsWith(verb) === true && words.soft.has(verb) && this.acts(verb);
    // 及时|公开政策: how it was done is no part of what.
    const manner = kept !== null && this.start < 0 && words.edgeDrop.has(kept);
    if (kept !== null && !deed && !manner && kept.length >= (verb?.length ?? 0)) return this.take(at + kept.length, true);
    const share = signals.share.at(text, at, to);
    // 占2.7%, 占总数的2.7%
    if (share !== null && (at + share.length === to || (at + share.length + 1 === to && text[to - 1] === '的'))) return this.emit('noun', at + share.length);
    const change = this.changeAt();
    if (change > at) return this.leadsToLevel(change) ? this.emit('verb', this.levelEnd(change)) : this.emitChange(change);
    if (this.start < 0 && this.openingWord()) return;
    const drop = words.drop.at(text, at, to);
    if (drop !== null && drop.length >= (verb?.length ?? 0)) return this.skipTo(at + drop.length);
    if (verb !== null && this.acts(verb)) {
      // 新接收96人: the new is done, nobody does it.
      if (this.start >= 0 && this.start === at - 1 && text[at - 1] === '新' && this.raws.length === 0) [this.at, this.start] = [at - 1, -1];
      this.emit('verb', this.settledEnd(at, at + verb.length));
      const aspect = words.aspect.at(text, this.at, to);
      if (aspect !== null) this.at = this.at + aspect.length;
      return;
    }
    if (verb !== null) return this.take(at + verb.length, false);
    this.take(at + 1, false);
  }

  /** 其中|有效: a joining word leaves its last character to the word that begins there. */
  private joiningAt(): string | null {
    const joining = words.drop.at(this.text, this.at, this.to);
    const before = joining?.slice(0, -1) ?? '';
    return words.drop.has(before) && words.keep.at(this.text, this.at + before.length, this.to) !== null ? before : joining;
  }

  /** 受理办件数, 群众满意度: what is measured is one word, whatever verbs are in it. */
  private isMeasure(): boolean {
    const { text, at, to } = this;
    if (to - at > 9 || to - at < 3 || !signals.measureTails.has(text[to - 1]!)) return false;
    for (let i = at; i < to; i += 1) {
      if (!/\p{sc=Han}/u.test(text[i]!) || this.sentence.numberAt.has(i) || words.drop.at(text, i, to) !== null || signals.weakTotals.at(text, i, to) !== null) return false;
    }
    return words.edgeDrop.at(text, at, to) === null && words.pronounScope.at(text, at, to) === null && words.nounScope.at(text, at, to) === null;
  }

  /** 县（区）, 因公出国（境）费: a short bracket inside a word. */
  private isPartOfName(open: number, close: number): boolean {
    return this.start >= 0 && close < this.to && close - open <= 3 && !/[\d,、;]/.test(this.text.slice(open + 1, close));
  }

  /** 2019年的3.2倍: what is multiplied. */
  private isTimesOf(end: number): boolean {
    return this.text[end] === '的' && end + 1 === this.to && this.sentence.numberAt.get(this.to)?.unit === '倍';
  }

  /** 受疫情影响少办8场: why is no part of what. */
  private skipsCause(): boolean {
    const { text, at, to } = this;
    if (text[at] !== '受' || this.start >= 0) return false;
    const end = text.slice(at, Math.min(to, at + LONGEST_CAUSE)).indexOf('影响');
    if (end < 0) return false;
    this.skipTo(at + end + 2);
    return true;
  }

  /** 11个院落|已完工: what has become of them is no part of what they are called. */
  private nowDone(): boolean {
    const { text, at, to } = this;
    if (text[at] !== '已' || this.start < 0 || words.keep.at(text, at, to) !== null || words.verbs.at(text, at + 1, to) !== null || !STATE.test(text.slice(at + 1, to))) return false;
    this.skipTo(at + 1);
    this.emit('verb', to);
    return true;
  }

  /** 原定|4次, 原定|办60场, 实际|到场171人, 宣讲|计划|为80场: whether the number was meant or done is a word of its own. */
  private levelMeant(): boolean {
    const { text, at, to } = this;
    const word = words.planned.at(text, at, to) ?? words.really.at(text, at, to) ?? words.plan.at(text, at, to);
    if (word === null || words.keep.at(text, at, to) !== null) return false;
    const end = at + word.length;
    const stands = end >= to ? !words.plan.has(word) : words.verbs.at(text, end, to) !== null || isShortDeed(text.slice(end, to)) || (this.start >= 0 && signals.copulas.has(text.slice(end, to)));
    if (!stands) return false;
    // 因场地维修实际组织4次: what stands before says why.
    if (words.really.has(word) && this.start >= 0 && text[this.start - 1] === '因') this.start = -1;
    this.emit('time', end);
    return true;
  }

  /** 由2022年的…, 从去年的…, 由32件增至…: a change begins here. */
  private leadsFrom(at: number): boolean {
    return at >= this.to || this.sentence.numberAt.get(at)?.kind === 'date' || signals.comparisonBases.at(this.text, at, this.to) !== null;
  }

  /** Words that only count at the beginning of a piece: whose figure it is, prepositions. */
  private openingWord(): boolean {
    const { text, at, to } = this;
    const times = timesEnd(text, at, to);
    if (times > at) {
      this.skipTo(times);
      return true;
    }
    const time = words.time.at(text, at, to);
    if (time !== null) {
      this.emit('time', at + time.length);
      return true;
    }
    const scope = words.nounScope.at(text, at, to);
    if (scope !== null) {
      this.emit('scope', at + scope.length);
      return true;
    }
    const owner = ownerEnd(this.sentence, at, to);
    if (owner > at) {
      this.skipTo(owner);
      return true;
    }
    const edge = words.edgeDrop.at(text, at, to);
    const verb = words.verbs.at(text, at, to);
    if (verb !== null && (verb !== edge || at + verb.length >= to)) return false;
    if (edge === null || words.drop.at(text, at, to) !== null) return false;
    this.skipTo(at + edge.length);
    return true;
  }

  /** 提高, 多, 缩短 speak of a change when the number follows or a base stood before them. */
  private changeAt(): number {
    const { text, at, to } = this;
    const change = signals.change.at(text, at, to);
    if (change !== null && signals.degrees.has(change) && !this.raws.some((raw) => raw.kind === 'base')) return at;
    if (change === null || signals.changeNot.at(text, at) !== null || signals.changeNot.at(text, at - 1) !== null) return at;
    const end = at + change.length;
    if (end < to && signals.reaches.has(text[end]!) && !signals.reachesNot.has(text[end + 1] ?? '')) return end;
    if (to - end <= LONGEST_CHANGE_TAIL && signals.changeTails.tiles(text, end, to)) return end;
    // 比2019年多办了537件: 多 before what was done.
    const ofDeed = signals.moreOrLess.has(change) && (words.verbs.at(text, end, to) !== null || isBareDeed(text.slice(end, to)));
    return (change.length > 1 || ofDeed) && this.raws.some((raw) => raw.kind === 'base') ? end : at;
  }

  /** 比上年|多|推62篇: a deed of one word between the change and its number is no thing that changed. */
  private emitChange(end: number): void {
    this.emit('change', end);
    if (!isBareDeed(this.text.slice(end, this.to)) || words.verbs.at(this.text, end, this.to) !== null) return;
    this.emit('verb', end + 1);
    this.at = this.to;
  }

  /** 增至, 提高到: what follows is the new level, not the change. */
  private leadsToLevel(end: number): boolean {
    return signals.leadsToLevel.within(this.text, end, Math.min(this.to, end + 3)) || signals.reaches.before(this.text, end, this.at) !== null;
  }

  /** 精简到19个, 整合为5条: right before its number the word for what was reached belongs to the verb. */
  private settledEnd(start: number, end: number): number {
    return signals.settles.has(this.text.slice(start, end)) && end + 1 === this.to && signals.leadsToLevel.has(this.text[end]!) ? end + 1 : end;
  }

  /** 压减到 is one word. */
  private levelEnd(end: number): number {
    return end < this.to && signals.reaches.has(this.text[end]!) ? end + 1 : end;
  }

  /** Whether a verb acts here or is part of a noun (受理 in 受理办件数, 公开 in 公开专区). */
  private acts(verb: string): boolean {
    const { text, at, to } = this;
    const behind = at + verb.length;
    // 公示注册登记、抽查检查等信息: what is listed is no deed.
    if ((this.start < 0 ? words.soft.has(verb) && this.raws.at(-1)?.kind === 'verb' : this.beginsItem()) && this.isListed(behind)) return false;
    const ends = behind >= to || words.drop.at(text, behind, to) !== null;
    // 低保公示4期, 业务培训3次: the deed ends a noun unless one who acts stands before it.
    if (behind >= to && this.start >= 0 && words.soft.has(verb) && !signals.finishes.has(verb) && !this.raws.some((raw) => raw.kind === 'verb') && words.actors.before(text, at, this.start) === null) return false;
    if (ends) return true;
    if (words.firm.has(verb)) return true;
    if (!words.soft.has(verb)) return words.hardTails.at(text, behind, to) === null;
    // 教育局公开信息, 《公报》公开规章: after one who acts, or a name in marks, it acts, inside a noun it does not.
    return (this.start < 0 || words.actors.before(text, at, this.start) !== null || /[》”]/.test(text[at - 1]!)) && text[behind] !== '、' && words.tails.at(text, behind, to) === null;
  }

  /** True right behind the mark of a list, and behind verbs that stand there. */
  private beginsItem(): boolean {
    const { text, at, start } = this;
    const mark = text.slice(Math.max(start, at - LONGEST_ITEM), at).lastIndexOf('、');
    return mark >= 0 && words.verbs.tiles(text, Math.max(start, at - LONGEST_ITEM) + mark + 1, at);
  }

  /** True where verbs run on to the mark of a list: 注册|登记、, 抽查|检查等. */
  private isListed(from: number): boolean {
    const { text, to } = this;
    let at = from;
    for (let verb = words.verbs.at(text, at, to); verb !== null; verb = words.verbs.at(text, at, to)) at += verb.length;
    return text[at] === '、' || text[at] === '等';
  }

  private take(to: number, kept: boolean): void {
    if (this.start < 0) this.start = this.at;
    this.end = to;
    if (kept) this.keptTo = to;
    this.at = to;
  }

  private skipTo(at: number): void {
    this.flush();
    this.at = at;
  }

  private emit(kind: Raw['kind'], to: number): void {
    this.flush();
    const word = printed(this.sentence, { start: this.at, end: to });
    if (word !== '') this.raws.push({ text: word, kind });
    this.at = to;
  }

  private flush(): void {
    if (this.start < 0) return;
    let end = this.end;
    for (;;) {
      if (end <= this.keptTo) break;
      const trail = this.text[end - 1] === '、' || (this.text[end - 1] === '中' && end - this.start > 3) ? this.text[end - 1]! : words.trailDrop.before(this.text, end, this.start);
      if (trail === null) break;
      end -= trail.length;
    }
    const word = end > this.start ? printed(this.sentence, { start: this.start, end }) : '';
    if (word !== '') this.raws.push({ text: word, kind: 'noun' });
    this.start = -1;
  }
}

function longer(a: string | null, b: string | null): string | null {
  return (a?.length ?? 0) >= (b?.length ?? 0) ? a : b;
}
