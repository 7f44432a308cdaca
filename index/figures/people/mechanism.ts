import { anyOf } from '../pattern.js';
import { roles } from './words.js';

const LEAD = new RegExp(`^[^,;:。]{0,10}?${anyOf(roles.mechanismLeads)}(?:以|由)?[“"]?`);
const CALLED = new RegExp(`^[”"]?(?:的[^,;。、]{0,8})?${anyOf(roles.mechanisms)}`);

/** 我站形成了主要领导负总责: where, in `[from, to)`, the words behind 形成了 begin; `from` where no way of working is opened. */
export function behindLead(text: string, from: number, to: number): number {
  const lead = LEAD.exec(text.slice(from, to));
  return lead === null || from + lead[0].length >= to ? from : from + lead[0].length;
}

/** 专人负责的工作机制: true where the words from `at` on only name the way of working that the words before describe. */
export function endsMechanism(text: string, at: number): boolean {
  return CALLED.test(text.slice(at, at + 16));
}
