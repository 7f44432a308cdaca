import { has, isAdditive, ownText, type Draft } from './draft.js';
import { closeLists } from './closed-lists.js';
import { enumerated } from './enumerations.js';
import { signals, words } from './lexicon.js';
import { outsideBrackets } from './sentence.js';
import { piecesIn } from './wording.js';
import { closest, sameKind, sameUnit, sums, valueOf } from './sums.js';

/**
 * Finds for each draft the total that it is a part of, level by level (a bracket is a level of its own).
 * Grammar names the candidates (其中, brackets, enumerations, 合计, 未…); sums only confirm or choose among them.
 * `before` are totals of the sentence before, for a sentence that begins with 其中; `earlier` those of the last sentences, nearest first.
 */
export function findParents(drafts: readonly Draft[], before: readonly Draft[], earlier: readonly Draft[]): void {
  const levels = new Map<number, Draft[]>();
  for (const draft of drafts) {
    if (!isAdditive(draft)) continue;
    const level = levels.get(draft.mention!.level);
    if (level === undefined) levels.set(draft.mention!.level, [draft]);
    else level.push(draft);
  }
  const byMention = new Map<number, Draft[]>();
  for (const draft of drafts) byMention.set(draft.mention!.index, [...(byMention.get(draft.mention!.index) ?? []), draft]);
  for (const level of levels.values()) {
    const owners = ownersOf(byMention, level[0]!);
    resolve(level, owners, owners.length === 0 ? before : [], level[0]!.mention!.level === 0 ? earlier : []);
  }
  confirmedByRate(drafts);
}

/** 政策62件，同步解读59件，同步解读率95.2%: a rate that is exactly the quotient of the two numbers before it tells that one is part of the other. */
function confirmedByRate(drafts: readonly Draft[]): void {
  drafts.forEach((rate, i) => {
    if ((rate.unit !== '%' && rate.unit !== '成') || (rate.stat !== 'rate' && rate.stat !== 'share') || rate.approx !== null) return;
    const [part, total] = drafts.slice(Math.max(0, i - 6), i).filter((other) => isAdditive(other) && other.mention!.level === rate.mention!.level && other.mention!.group === rate.mention!.group).reverse();
    if (part === undefined || total === undefined || part.parent !== null || total.parent !== null || !sameKind(part, total)) return;
    const decimals = rate.value.split('.')[1]?.length ?? 0;
    if (valueOf(part) >= valueOf(total) || valueOf(part) === 0 || (decimals === 0 && valueOf(total) < 20)) return;
    const quotient = (valueOf(part) / valueOf(total)) * (rate.unit === '%' ? 100 : 10);
    if (Math.abs(quotient - Number(rate.value)) <= 0.5 * 10 ** -decimals + 1e-9) part.parent = total;
  });
}

/** 49项3820万元（…）: both numbers own the bracket. */
function ownersOf(byMention: ReadonlyMap<number, readonly Draft[]>, draft: Draft): Draft[] {
  const owner = draft.mention!.owner;
  if (owner === null) return [];
  const found = byMention.get(owner) ?? [];
  const main = found[0];
  if (main?.mention?.link === 'shared') {
    const earlier = byMention.get(owner - 1) ?? [];
    return [...found, ...earlier].filter(isAdditive);
  }
  return found.filter(isAdditive);
}

function resolve(level: readonly Draft[], owners: readonly Draft[], before: readonly Draft[], earlier: readonly Draft[]): void {
  closeLists(level, before);
  for (let i = 0; i < level.length; ) {
    const draft = level[i]!;
    if (draft.parent === null && !isOneOfThose(draft) && opensParts(draft, level[i - 1] ?? null)) {
      i = takeRun(level, i, level.slice(Math.max(0, i - 12), i).reverse().concat(owners, before));
    } else {
      i += 1;
    }
  }
  if (owners.length > 0) takeBracket(level, owners);
  enumerated(level.filter((draft) => !isOneOfThose(draft)), before, earlier);
  level.forEach((draft, i) => {
    if (!isOneOfThose(draft) || draft.parent !== null) return;
    draft.parent = level.slice(Math.max(0, i - 12), i).findLast((other) => sameKind(other, draft) && other.parent === null && !isOneOfThose(other) && valueOf(other) >= valueOf(draft)) ?? null;
  });
}

/** 张贴其中的86条 */
function isOneOfThose(draft: Draft): boolean {
  const { before } = draft.mention!;
  return signals.ofThose.before(draft.sentence.text, before.end, before.start) !== null;
}

/** 其中, 包括, a colon after the total, or 未办结的12件中 before it. */
function opensParts(draft: Draft, previous: Draft | null): boolean {
  const mention = draft.mention!;
  // 11条，包括概况、职责等；督办15条: what was opened before a semicolon has been told.
  const lead = outsideBrackets(draft.sentence, mention.gap).split(';').at(-1)!;
  if (previous?.mention?.opens === true && previous.mention.clause + 1 >= mention.clause - mention.carried.length) return true;
  if (signals.opensParts.within(lead, 0, lead.length)) return true;
  if (/(?:^|[,、(:])含/.test(lead) || isDivided(lead)) return true;
  return previous !== null && previous.mention!.group === mention.group && within(previous, draft);
}

/** Between 按 and the word that divides stand at most so many characters. */
const LONGEST_GROUND = 10;

/** 按渠道分, 按申请人类型统计 */
function isDivided(lead: string): boolean {
  for (let at = lead.indexOf('按'); at >= 0; at = lead.indexOf('按', at + 1)) {
    for (let i = at + 2; i <= at + 1 + LONGEST_GROUND && i < lead.length && lead[i - 1] !== ','; i += 1) if (signals.dividesBy.at(lead, i) !== null) return true;
  }
  return false;
}

/** 在全部64件申请中, 未办结的12件中, 12篇材料里只有3篇 */
function within(draft: Draft, next: Draft): boolean {
  const { after } = draft.mention!;
  return after.end > after.start && /[中里]$/.test(draft.sentence.text.slice(after.start, after.end)) && (draft.sentence.text[after.end] === ',' || next.mention!.before.start === after.end);
}

/** Gives the run that an opener begins to its totals, unit by unit; returns where the run ends. */
function takeRun(level: readonly Draft[], from: number, candidates: readonly Draft[]): number {
  let end = from + 1;
  while (end < level.length && !isOneOfThose(level[end]!) && !opensParts(level[end]!, level[end - 1]!) && end - from < 60) end += 1;
  const window = level.slice(from, end);
  if (takeHeaded(window, candidates)) return end;
  const taken = new Set<Draft>();
  const units = window.filter((draft, k) => window.findIndex((other) => sameUnit(other, draft)) === k);
  for (const unit of units) {
    const items = window.filter((draft) => sameUnit(draft, unit));
    if (items[0] !== window[0] && items[0]!.mention!.link !== 'shared') {
      // A unit that only turns up later begins something else, unless it stands beside the part's own number.
      continue;
    }
    const run = choose(items, candidates);
    if (run === null) continue;
    for (const item of run.items) {
      if (item.parent !== null) continue;
      item.parent = run.total;
      taken.add(item);
    }
  }
  let last = from;
  window.forEach((draft, k) => {
    if (taken.has(draft)) last = from + k;
  });
  return Math.max(from + 1, last + 1);
}

/** 3起：未经复议2起，维持1起、未审结1起；复议后1起，纠正1起: the first of each group is a part, what follows it is part of the first. */
function takeHeaded(window: readonly Draft[], candidates: readonly Draft[]): boolean {
  const first = window[0]!;
  const items = window.filter((draft) => sameUnit(draft, first) && draft.stat === first.stat && draft.parent === null);
  const heads = items.filter((draft, i) => i === 0 || items[i - 1]!.mention!.group !== draft.mention!.group);
  if (heads.length < 2 || heads.length === items.length) return false;
  const total = candidates.find((candidate) => sameKind(candidate, first) && closest(heads.map(valueOf), valueOf(candidate)));
  if (total === undefined) return false;
  const groups = heads.map((head) => items.filter((item) => item !== head && item.mention!.group === head.mention!.group));
  if (!groups.every((group, i) => closest(group.map(valueOf), valueOf(heads[i]!)))) return false;
  heads.forEach((head, i) => {
    head.parent = total;
    for (const item of groups[i]!) item.parent = head;
  });
  return true;
}

/** Which total, and how far the run goes: the first candidate that some beginning of the run adds up to, else the nearest that can hold it. */
function choose(items: readonly Draft[], candidates: readonly Draft[]): { total: Draft; items: readonly Draft[] } | null {
  const first = items[0]!;
  const possible = candidates.filter((total) => sameKind(total, first) && valueOf(total) >= valueOf(first) && !isComparedWith(total, first) && !isItsLike(total, first));
  for (const total of possible) {
    const count = sums(items, total);
    if (count > 1) return { total, items: items.slice(0, count) };
  }
  // 其他结果0件；诉讼2件。其中结果维持1件: a part that happens to be called so is not what has parts, where something else may be.
  const whole = possible.filter((candidate) => candidate.parent === null);
  const total = (whole.length > 0 ? whole : possible).find((candidate) => namesSame(candidate, first)) ?? possible.find((candidate) => isSpeltOut(candidate, candidates)) ?? possible[0];
  if (total === undefined) return null;
  const kept: Draft[] = [];
  let rest = valueOf(total);
  for (const item of items) {
    rest -= valueOf(item);
    if (rest < 0 || (kept.length > 0 && !goesOn(kept[kept.length - 1]!, item, first, total))) break;
    kept.push(item);
  }
  return kept.length === 0 ? null : { total, items: kept };
}

/** 复议5件，其中维持3件；诉讼4件。其中维持2件: a part called alike is of the other total. */
function isItsLike(total: Draft, first: Draft): boolean {
  return total.parent !== null && total.pieces.length > 0 && ownText(total) === ownText(first);
}

/** 较2022年的300条增长3.3%。按载体分…: what this year is compared with is not what the parts of another clause are taken from. */
function isComparedWith(total: Draft, first: Draft): boolean {
  return has(total, 'base') && (total.sentence !== first.sentence || total.mention!.clause !== first.mention!.clause);
}

/** 15人，专职3人，兼职12人，其中党员9人: what has just been spelt out is spoken of as a whole. `candidates` come nearest first. */
function isSpeltOut(total: Draft, candidates: readonly Draft[]): boolean {
  const between = candidates.slice(0, candidates.indexOf(total)).filter((item) => sameUnit(item, total) && item.sentence === total.sentence);
  return between.length > 1 && closest(between.map(valueOf), valueOf(total));
}

/** 11个乡镇、98个行政村，其中9个乡镇建成…: the part names what its total counts. */
function namesSame(total: Draft, part: Draft): boolean {
  const text = part.pieces.map((piece) => piece.text).join('');
  return total.pieces.some((piece) => (piece.role === 'object' || piece.role === 'topic') && text.includes(piece.text));
}

/** A run goes on over 、, and over a comma as long as its clauses are built alike; over a semicolon (其中动态37条；公告12条；法规6条) if they are called alike and none begins like the total. */
function goesOn(previous: Draft, item: Draft, first: Draft, total: Draft): boolean {
  if (item.mention!.group !== previous.mention!.group) return partedBySemicolon(item, first) && !beginsAlike(ownText(item), ownText(total));
  if (item.mention!.link === 'list') return true;
  return shape(item) === shape(first);
}

/** Nouns, or the same deed done to others (其中发布动态37条；发布公告12条), each clause after its own semicolon. */
function partedBySemicolon(item: Draft, first: Draft): boolean {
  if (shape(item) !== shape(first) || item.mention!.carried.length > 0 || item.mention!.topic !== null) return false;
  const [deed, other] = [item, first].map(({ pieces }) => pieces.find((piece) => piece.role === 'verb')?.text);
  return deed === other && !has(item, 'subject');
}

/** 涉及公开的复议5件，其中维持3件；涉及公开的诉讼4件: so many characters alike make it another total. */
const ALIKE = 2;

function beginsAlike(text: string, total: string): boolean {
  return text.slice(0, ALIKE) === total.slice(0, ALIKE);
}

function shape(draft: Draft): string {
  const head = draft.pieces.find((piece) => piece.role !== 'scope');
  const said = piecesIn(draft.sentence, draft.mention!.before);
  if (head === undefined || said.length === 0) return 'number';
  // 部门动态278条，公告公示258条: a deed that stands alone names what is counted.
  return head.role === 'verb' && !(said.length === 1 && words.soft.has(head.text)) ? 'verb' : 'noun';
}

/** In a bracket after a total everything of its kind is a part of it, unless it speaks of another year. */
function takeBracket(level: readonly Draft[], owners: readonly Draft[]): void {
  const free = level.filter((draft) => draft.parent === null && owners.some((owner) => owner.period === draft.period));
  for (const draft of free) {
    const total = owners.find((owner) => sameUnit(owner, draft) && valueOf(owner) >= valueOf(draft));
    if (total !== undefined && draft.year === total.year) draft.parent = total;
  }
  const loose = free.filter((draft) => draft.parent === null);
  const total = owners[0];
  if (loose.length > 1 && loose.length === free.length && total !== undefined && closest(loose.map(valueOf), valueOf(total))) {
    for (const draft of loose) draft.parent = total;
  }
}
