import { describe, expect, it } from 'vitest';
import { withProseMetrics } from '../../../../index/figures/dictionary/mod.js';
import { figuresInSentences } from '../../../../index/figures/prose/mod.js';
import { sentencesOf } from '../../../../index/parse/sentences.js';

function metricsIn(text: string): Record<string, string | null> {
  const figures = withProseMetrics(figuresInSentences(sentencesOf(text, [{ start: 0, end: text.length }]), { year: 2020, path: [] }));
  return Object.fromEntries(figures.map((figure) => [figure.quantity.asWritten, figure.metric]));
}

describe('the dictionary ids of prose figures', () => {
  it('follow the tree of service items', () => {
    expect(metricsIn('全年镇便民服务中心共办理便民服务事项900件（受理600件，咨询300件），其中镇便民服务中心办理500件（受理350件，咨询150件），村便民服务站办理400件（受理250件，咨询149件）。')).toMatchObject({
      900: 'prose.service.all.total',
      600: 'prose.service.all.accepted',
      300: 'prose.service.all.consulted',
      500: 'prose.service.centre.total',
      350: 'prose.service.centre.accepted',
      150: 'prose.service.centre.consulted',
      400: 'prose.service.village.total',
      250: 'prose.service.village.accepted',
      149: 'prose.service.village.consulted',
    });
  });

  it.each([
    ['全镇辖13个行政村。', '13', 'prose.villages'],
    ['全年主动公开政府信息208条。', '208', 'prose.disclosed_items'],
    ['发布政策解读17篇。', '17', 'prose.interpretations'],
    // On several channels together is the total, not one channel's; whose account it is may stand in the clause before.
    ['通过门户网站、微信公众号等渠道公开信息213条。', '213', 'prose.disclosed_items'],
    ['“南塘水务”微信公众号推出“河长说”等专栏，全年共发布信息96条。', '96', 'prose.wechat_items'],
    // Of everything, whoever did it and however it is counted; or of one kind of it only.
    ['各镇各部门主动公开各类政府信息2.1万条。', '2.1万', 'prose.disclosed_items'],
    ['2020年度公开信息总数为77条。', '77', 'prose.disclosed_items'],
    // One of several things that are counted together, or a board in whose name the deed stands.
    ['共发布机构职能、政策解读、办事指南等信息340条。', '340', null],
    ['通过网站、报刊、电视发布消息52条。', '52', null],
    ['公开局务会信息12条。', '12', null],
    ['公开重点领域信息：就业64条，住房31条，水利20条。', '64', null],
    ['公开工作动态类信息86条。', '86', null],
    ['政府网站意见箱收到留言205条，答复201条。', '205', null],
    // Visits of people and what is put on a board are no service items.
    ['乡政务服务大厅和7个村便民服务点共接待办事群众2981人次。', '2981', null],
    ['全年按此程序公示事项158件。', '158', null],
  ])('%s', (text, written, metric) => {
    expect(metricsIn(text)[written]).toBe(metric);
  });

  it.each([
    ['受理政府信息公开申请31件。', '31'],
    ['接到12345热线工单77件。', '77'],
    ['公众号粉丝达到5300人。', '5300'],
    ['收到网站留言21条。', '21'],
  ])('%s has none of these', (text, written) => {
    expect(metricsIn(text)[written] ?? '').not.toMatch(/^prose\.service|disclosed_items|villages|interpretations/);
  });
});
