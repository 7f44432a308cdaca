import { z } from 'zod';
import { both, definePart } from './part.js';

/** Address under which people reach the web page, without a trailing slash; null when they cannot, and then answers carry no links. */
export const publicAddressPart = definePart(
  'publicAddress',
  z
    .url({ protocol: /^https?$/, error: both('应为 http:// 或 https:// 开头的网址', 'must be an http:// or https:// address') })
    .refine((text) => !URL.canParse(text) || (new URL(text).search === '' && new URL(text).hash === '' && new URL(text).username === ''), { error: both('网址里不能有 ?、# 或用户名', 'the address may hold no ?, # or user name') })
    .transform((text) => text.replace(/\/+$/, ''))
    .nullable()
    .default(null),
);
