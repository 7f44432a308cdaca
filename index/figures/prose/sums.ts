import type { Draft } from './draft.js';
import { signals } from './lexicon.js';
import { isMoney } from '../../language/numbers/setting.js';

/** The value for comparing; money in 元, so that 亿元 and 万元 add up. */
export function valueOf(draft: Draft): number {
  const factor = isMoney(draft.unit) ? (draft.unit!.startsWith('亿') ? 1e8 : draft.unit!.startsWith('万') ? 1e4 : 1) : 1;
  return Number(draft.value) * factor;
}

/** Units whose numbers add up without asking. */
export function sameUnit(a: Draft, b: Draft): boolean {
  return a.unit === b.unit || (isMoney(a.unit) && isMoney(b.unit) && plainMoney(a) === plainMoney(b));
}

function plainMoney(draft: Draft): string {
  return draft.unit!.replace(/^[万亿]+/, '');
}

/** True when both are counted in the same unit, or in units used for the same things. */
export function sameKind(a: Draft, b: Draft): boolean {
  if (sameUnit(a, b)) return a.stat === b.stat;
  if (isMoney(a.unit) || isMoney(b.unit) || a.stat !== b.stat) return false;
  if (a.unit === null || b.unit === null) return true;
  return signals.alikeCounters.some((set) => set.has(a.unit!) && set.has(b.unit!));
}

/** True when the values add up to the total, as exactly as doubles tell for printed decimals. */
export function closest(values: readonly number[], total: number): boolean {
  const added = values.reduce((sum, value) => sum + value, 0);
  return Math.abs(added - total) <= 1e-9 * Math.max(1, Math.abs(total));
}

/** 结转下年0件 closes the books; it is no part of what was handled. */
function carriedOver(item: Draft): boolean {
  return item.pieces.some((piece) => signals.carriesOver.at(piece.text, 0) !== null);
}

/** How many items from the start add up to the total (zeros that follow in the same group count too); 0 when no beginning does. */
export function sums(items: readonly Draft[], total: Draft): number {
  let added = 0;
  let count = 0;
  const goal = valueOf(total);
  for (let i = 0; i < items.length; i += 1) {
    const value = valueOf(items[i]!);
    if (count > 0 && (value !== 0 || carriedOver(items[i]!) || items[i]!.mention!.group !== items[i - 1]!.mention!.group)) break;
    added += value;
    if (Math.abs(added - goal) <= 1e-9 * Math.max(1, goal)) count = i + 1;
    else if (added > goal) break;
  }
  return count;
}
