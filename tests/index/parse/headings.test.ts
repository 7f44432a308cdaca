import { describe, expect, it } from 'vitest';
import { codesOf, outlineOf, parse } from './outline-of.js';

const title = '云岭县青石镇人民政府2021年政府信息公开工作年度报告\n\n';

describe('headings', () => {
  it.each<[string, string, string[]]>([
    ['alone on their lines', '一、总体情况\n（一）主动公开\n公开3件。\n二、其他事项\n无。', ['#1 一、总体情况', '  #2 （一）主动公开', '    · 公开3件。', '#1 二、其他事项', '  · 无。']],
    ['with text on the same line', '一、总体情况\n（一）加强领导。公开3件。', ['#1 一、总体情况', '  #2 （一）加强领导。', '    · 公开3件。']],
    ['official, with its content after a blank', '六、其他需要报告的事项 无', ['#1 六、其他需要报告的事项', '  · 无']],
    ['official, with its content after a colon', '六、其他需要报告的事项：无。', ['#1 六、其他需要报告的事项：', '  · 无。']],
    ['official, with its content glued on', '六、其他需要报告的事项本年度无。', ['#1 六、其他需要报告的事项', '  · 本年度无。']],
    ['in bold after a paragraph', '一、总体情况\n自觉接受监督。**二、主动公开政府信息情况**\n公开3件。', ['#1 一、总体情况', '  · 自觉接受监督。', '#1 二、主动公开政府信息情况', '  · 公开3件。']],
    ['glued to the end of a paragraph', '一、总体情况\n自觉接受监督。二、主动公开政府信息情况\n公开3件。', ['#1 一、总体情况', '  · 自觉接受监督。', '#1 二、主动公开政府信息情况', '  · 公开3件。']],
    ['in bold with text glued on', '一、总体情况\n**（一）主动公开**全年公开3件。', ['#1 一、总体情况', '  #2 （一）主动公开', '    · 全年公开3件。']],
    ['in Markdown', '# 一、总体情况\n## （一）主动公开\n公开3件。\n# 二、主动公开政府信息情况', ['#1 一、总体情况', '  #2 （一）主动公开', '    · 公开3件。', '#1 二、主动公开政府信息情况']],
    ['without numbers', '总体情况\n公开3件。\n主动公开政府信息情况\n存在的主要问题及改进情况\n不够。', ['#1 总体情况', '  · 公开3件。', '#1 主动公开政府信息情况', '#1 存在的主要问题及改进情况', '  · 不够。']],
    ['without number below a numbered one', '一、总体情况\n主动公开情况\n公开3件。\n二、主动公开政府信息情况', ['#1 一、总体情况', '  #2 主动公开情况', '    · 公开3件。', '#1 二、主动公开政府信息情况']],
    ['small ones without numbers', '一、总体情况\n监督保障\n培训2次。\n下一步工作\n加强培训。', ['#1 一、总体情况', '  #2 监督保障', '    · 培训2次。', '  #2 下一步工作', '    · 加强培训。']],
    ['in parts', '第一部分 总体情况\n公开3件。', ['#1 第一部分 总体情况', '  · 公开3件。']],
    ['cut by a line end', '四、因政府信息公开申请行政复议、提起行政\n诉讼情况\n无。', ['#1 四、因政府信息公开申请行政复议、提起行政诉讼情况', '  · 无。']],
    ['cut by a page break among glued ones', '一、总体情况\n（一）加强领导。公开3件。\n（二）推进平台，\n\n方便群众。受理2件。', ['#1 一、总体情况', '  #2 （一）加强领导。', '    · 公开3件。', '  #2 （二）推进平台，方便群众。', '    · 受理2件。']],
    ['of the third level, all alone', '一、总体情况\n1.主动公开\n公开3件。\n2.依申请公开\n受理2件。', ['#1 一、总体情况', '  #3 1.主动公开', '    · 公开3件。', '  #3 2.依申请公开', '    · 受理2件。']],
    ['spoken ones in bold stay in their paragraph', '一、总体情况\n好。**五是及时公开，透明办公。**发布信息。', ['#1 一、总体情况', '  · 好。', '    五是及时公开，透明办公。', '    发布信息。']],
  ])('%s', (_name, text, lines) => expect(outlineOf(text)).toEqual(lines));
});

describe('no headings', () => {
  it.each<[string, string]>([
    ['a sentence with a figure', '（一）全年公开120条。受理2件。'],
    ['a sentence with a Chinese figure', '（一）收到申请三件。受理2件。'],
    ['a sentence that speaks of us', '（二）我镇没有收费。很好。'],
    ['a statement after a colon', '（二）依申请公开：无。'],
    ['a list item', '（一）公开不够；'],
    ['an article number', '（一）项规定的内容。'],
    ['an item that runs into text', '1.加强领导。成立小组。'],
    ['a plain statement', '没有其他需要报告的事项。'],
  ])('%s', (_name, line) => expect(outlineOf(`一、总体情况\n${line}`).filter((drawn) => drawn.includes('#'))).toEqual(['#1 一、总体情况']));

  it('in a table of contents', () => {
    const text = `${title}目录\n一、总体情况\n二、其他事项\n\n一、总体情况\n公开3件。\n二、其他事项\n无。`;
    expect(outlineOf(text)).toEqual(['#1 ∅', '  · 目录', '#1 一、总体情况', '  · 公开3件。', '#1 二、其他事项', '  · 无。']);
    expect(codesOf(text)).toEqual(['duplicate-heading', 'duplicate-heading']);
  });

  it('in a table of contents with page numbers', () => {
    expect(outlineOf('一、总体情况……………1\n二、其他事项……2\n一、总体情况\n公开3件。')[0]).toBe('#1 ∅');
  });
});

describe('what stands twice', () => {
  it('title, stray heading, title, heading', () => {
    const text = `${title}一、总体情况\n\n${title}一、总体情况\n\n公开3件。\n二、其他事项\n无。`;
    expect(outlineOf(text)).toEqual(['#1 一、总体情况', '  · 公开3件。', '#1 二、其他事项', '  · 无。']);
    expect(codesOf(text)).toEqual(['repeated-title', 'duplicate-heading']);
  });

  it('headings only, as on pages whose tables are pictures, are kept', () => {
    expect(outlineOf('一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况')).toHaveLength(3);
  });

  it('a section span covers heading and content', () => {
    const text = `${title}一、总体情况\n公开3件。\n二、其他事项\n无。`;
    expect(parse(text).sections.map(({ span }) => text.slice(span.start, span.end))).toEqual(['一、总体情况\n公开3件。', '二、其他事项\n无。']);
  });
});
