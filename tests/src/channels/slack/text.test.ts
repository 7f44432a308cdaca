import { describe, expect, it } from 'vitest';
import { mentionedIn, readableText } from '../../../../src/channels/slack/text.js';

describe('readableText', () => {
  it.each([
    ['<@UWENBAO01> 办理了多少件？', '办理了多少件？'],
    ['<@UWENBAO01|wenbao>办理了多少件？', '办理了多少件？'],
    ['请问 <@UWENBAO01> 和 <@U2> 村里办了多少件', '请问 和 村里办了多少件'],
    ['<#C0123|政务公开> 里说的', '#政务公开 里说的'],
    ['<#C0123> 里说的', '里说的'],
    ['<!here> <!subteam^S1|@all> 多少件', '多少件'],
    ['看 <https://example.org/a?b=1|这里>', '看 这里'],
    ['看 <https://example.org/a>', '看 https://example.org/a'],
    ['3 &lt; 5 &amp;&amp; 5 &gt; 3', '3 < 5 && 5 > 3'],
    ['&amp;lt;不是标签', '&lt;不是标签'],
    ['第一行\n第二行', '第一行\n第二行'],
    ['  多少　件\u00a0 ', '多少 件'],
    ['<>', ''],
    ['', ''],
  ])('reads %j as %j', (text, read) => {
    expect(readableText(text)).toBe(read);
  });
});

describe('mentionedIn', () => {
  it('finds people by id, with and without a name, and nobody in groups and channels', () => {
    expect(mentionedIn('<@U1> <@U2|anna> <!here> <#C1|x> &lt;@U3&gt;')).toEqual(['U1', 'U2']);
  });
});
