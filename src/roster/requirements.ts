import type { Text2 } from '../../index/mod.js';
import type { Happened } from './standing.js';

const LONGEST = { why: 300, link: 1000 };

/** What a change lacks or has wrong, so that it must not be kept; null when nothing: who sends back says why, who publishes says where. */
export function lacksOf({ change, why, link }: Pick<Happened, 'change' | 'why' | 'link'>): Text2 | null {
  if ((change === 'returned' || change === 'exempt') && why === null) return { zh: '退回、免报都要写原因', en: 'sending back and exempting need a reason' };
  if (change === 'published' && link === null) return { zh: '已发布要附链接', en: 'published needs the link' };
  if (why !== null && why.length > LONGEST.why) return { zh: `原因太长（最多 ${LONGEST.why} 字）`, en: `the reason is too long (at most ${LONGEST.why} characters)` };
  if (link !== null && !isWebAddress(link)) return { zh: `链接应是 http:// 或 https:// 开头的网址：${link.slice(0, 80)}`, en: `the link must be an http:// or https:// address: ${link.slice(0, 80)}` };
  return null;
}

function isWebAddress(text: string): boolean {
  return text.length <= LONGEST.link && /^https?:\/\/[^\s]+$/iu.test(text) && URL.canParse(text);
}
