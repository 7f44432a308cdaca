import { describe, expect, it } from 'vitest';
import { figuresOf } from './score.js';

/** value unit: own words < words taken over ⊂ total's value, one string a figure. */
function told(text: string): string[] {
  return figuresOf(text).map(({ quantity, labels, inherited, partOf }, _, all) => {
    const total = partOf === null ? '' : ` ⊂ ${all[partOf]!.quantity.value}`;
    return `${quantity.value}${quantity.unit ?? ''}: ${labels.join('|')} < ${inherited.join('|')}${total}`;
  });
}

// Bugs found by an examiner in reports of his own; the nouns here are others.
describe('whose number it is', () => {
  it.each([
    // The number that a comparison starts from is nobody's total, and 46 behind Latin letters is a number.
    ['全年推送稿件310条，较2022年的300条增长3.3%。按载体分：门户网站120条，视频号100条，掌上APP90条。', ['310条: 推送|稿件 < ', '300条: 较2022年 < 推送|稿件', '3.3%: 增长 < 推送|稿件|较2022年', '120条: 门户网站 < 按载体分|推送|稿件 ⊂ 310', '100条: 视频号 < 按载体分|推送|稿件 ⊂ 310', '90条: 掌上APP < 按载体分|推送|稿件 ⊂ 310']],
    // In a list under one heading none is the total of those behind it, though 22 + 12 + 6 make 40.
    ['公开热点信息：就业64条，住房40条，水利22条，殡葬12条，宗教6条。', ['64条: 就业 < 公开|热点信息', '40条: 住房 < 公开|热点信息', '22条: 水利 < 公开|热点信息', '12条: 殡葬 < 公开|热点信息', '6条: 宗教 < 公开|热点信息']],
    // 分别: the last noun of the list holds what all were counted by.
    ['居家养老床位、机构养老床位入住人数分别达到320人和150人。', ['320人: 居家养老床位|入住人数 < ', '150人: 机构养老床位|入住人数 < ']],
    // What another one did in the next sentence is no part of what was taken in before.
    ['北关窗口受理1.2万笔，南关窗口受理0.8万笔。“全市通办”办结613件。', ['12000笔: 北关窗口|受理 < ', '8000笔: 南关窗口|受理 < ', '613件: “全市通办”|办结 < ']],
    ['消防演练原定6次，因场地维修，实际组织4次。', ['6次: 消防演练|原定 < ', '4次: 实际|组织 < 消防演练']],
    ['年初计划巡查9轮，实际开展7轮。', ['9轮: 年初|计划|巡查 < ', '7轮: 实际|开展 < 巡查']],
    ['全年原定办40场，实际办了35场。', ['40场: 原定|办 < ', '35场: 实际|办 < ']],
    ['在市图书馆、柳溪镇、石桥镇各设1处查阅点。', ['1处: 市图书馆|设|查阅点 < ', '1处: 柳溪镇|设|查阅点 < ', '1处: 石桥镇|设|查阅点 < ']],
    ['镇政府办好修路和引水两件大事，重点做好三件事。', []],
    ['各科室负责人和12个村的文书为成员。', []],
    // What announces a list is no name of its figures, and 二是 begins anew.
    ['工作中还有差距：一是更新慢，“便民”栏目被通报2次；二是讲得少，全年14篇说明稿里只有4篇配了视频。', ['2次: “便民”栏目|通报 < ', '14篇: 全年|说明稿 < ', '4篇: 配|视频 < 说明稿 ⊂ 14']],
    ['改进措施：新增饮水机6台。', ['6台: 新增|饮水机 < ']],
    ['依申请公开：收到来件6件。', ['6件: 收到|来件 < 依申请公开']],
    ['16个村级站点中只有5个挂了牌。', ['16个: 村级站点 < ', '5个: 挂|牌 < 村级站点 ⊂ 16']],
    ['12个栏目中有9个月均更新不足4条。', ['12个: 栏目 < ', '9个:  < 栏目 ⊂ 12', '4条: 月均更新 < 栏目']],
    ['5条短片只占全部推文的2%。', ['5条: 短片 < ', '2%: 短片|推文 < ']],
    // A noun that the next number shares is not cut out of the other's.
    ['辖4个行政村、9个村民小组。', ['4个: 辖|行政村 < ', '9个: 村民小组 < ']],
    ['街道有8个社区（含村改居社区2个）。', ['8个: 街道|社区 < ', '2个: 村改居社区 < 街道|社区 ⊂ 8']],
    ['全年受理咨询90件，其中电话60件、来访30件，当日无积压，全部答复，平均用时3天。', ['90件: 受理|咨询 < ', '60件: 电话 < 受理|咨询 ⊂ 90', '30件: 来访 < 受理|咨询 ⊂ 90', '3天: 平均用时 < 受理|咨询']],
    ['发出垃圾处理费催缴单4份，应收500元，实收300元。', ['4份: 发出|垃圾处理费催缴单 < ', '500元: 应收 < 垃圾处理费催缴单', '300元: 实收 < 垃圾处理费催缴单']],
    // What was done on a channel is done by it, and what a list names may be a deed.
    ['在区政府官网上主动公开街道信息320条。', ['320条: 区政府官网|主动公开|街道信息 < ']],
    ['在网上目录系统主动公开教育信息108条。', ['108条: 网上目录系统|主动公开|教育信息 < ']],
    ['全年发布信息50条，其中，工作总结9条，组织机构信息3条，公告公示11条，政策文件7条。', ['50条: 发布|信息 < ', '9条: 工作总结 < 发布|信息 ⊂ 50', '3条: 组织机构信息 < 发布|信息 ⊂ 50', '11条: 公告公示 < 发布|信息 ⊂ 50', '7条: 政策文件 < 发布|信息 ⊂ 50']],
    ['制证时长由7个工作日缩至2个工作日。', ['7个工作日: 制证时长 < ', '2个工作日: 缩至 < 制证时长']],
    ['为没有食堂的养老站配发保温餐车，年底前已到位2台。', ['2台: 年底前|到位 < 保温餐车']],
    ['养护中心年末在册187人，全年新接收96人，解除14人。', ['187人: 养护中心年末在册 < ', '96人: 新接收 < 养护中心年末在册', '14人: 解除 < 养护中心年末在册']],
    // A plan that names its year ends with its list item; one that names none may hold for the rest.
    ['二是说明稿少，2031年力争不少于40篇；三是编印《操作手册》120册。', ['120册: 编印|《操作手册》 < ']],
    ['下一步，一是新建5个站点；二是增设3块牌子。', []],
    // A rank is no word of what is counted.
    ['市直36家单位评比中位列第7。', ['36家: 市直|单位评比 < ']],
    ['12名护林员年内换了3名。', ['12名: 护林员 < ', '3名: 护林员|换了 < ']],
    // The base of a comparison holds for all that changed.
    ['与2031年相比，网站推送减少3条，短片增加7条。', ['3条: 与2031年|网站|推送|减少 < ', '7条: 与2031年|短片|增加 < ']],
    // Behind a semicolon only what is counted alike is the same thing.
    ['区长热线接到来电90件，办结80件；“民声”栏目上线12期。', ['90件: 区长热线|接到|来电 < ', '80件: 办结 < 区长热线|接到|来电 ⊂ 90', '12期: “民声”栏目|上线 < ']],
    ['新收来件8件；办结7件，其中同意5件、不同意2件；1件结转下年。', ['8件: 新收|来件 < ', '7件: 办结 < 新收|来件 ⊂ 8', '5件: 同意 < 新收|来件|办结 ⊂ 7', '2件: 不同意 < 新收|来件|办结 ⊂ 7', '1件: 结转下年 < 新收|来件 ⊂ 8']],
    ['便民站办理事项300件，群众满意率97%。', ['300件: 便民站|办理|事项 < ', '97%: 群众满意率 < 便民站|事项']],
    // 和 right behind one number or right before the other parts them; what stands behind the first is its own.
    ['并开辟了11间自习室和6个还书点。', ['11间: 开辟|自习室 < ', '6个: 还书点 < 开辟']],
    ['配有投影仪2台和扫描仪5台。', ['2台: 配有|投影仪 < ', '5台: 扫描仪 < 配有']],
    // What 包括 opened is closed by the semicolon: the next is a part of the total again.
    ['在官网公开信息60条，其中概况类信息9条，占总体的15%，包括简介、分工等；活动经费21条，占总体的35%；其他信息30条，占总体的50%。', ['60条: 官网|公开|信息 < ', '9条: 概况类信息 < 官网|公开|信息 ⊂ 60', '15%: 占总体 < 官网|公开|信息|概况类信息', '21条: 活动经费 < 官网|公开|信息 ⊂ 60', '35%: 占总体 < 官网|公开|信息|活动经费', '30条: 其他信息 < 官网|公开|信息 ⊂ 60', '50%: 占总体 < 官网|公开|信息|其他信息']],
    // 我镇 before a year leaves nothing of itself; why it might have happened is not what did not.
    ['我镇2031年度无申请。', ['0: 申请 < ']],
    ['本年度没有因信息公开引起的行政复议和行政诉讼的情况发生。', ['0: 行政复议 < 信息公开引起', '0: 行政诉讼 < 信息公开引起']],
    ['截至目前，我镇未接受政府信息公开申请。', ['0: 接受|政府信息公开申请 < ']],
    // Nobody at all asked: no more than that it was not asked.
    ['全年未收到申请人提出的查档申请。', ['0: 收到|查档申请 < 申请人|提出']],
    ['没有收到公民、法人或者其他组织要求公开政府信息的申请。', ['0: 收到|政府信息|申请 < 公民、法人或者其他组织要求公开']],
    ['我镇未对任何公民、法人和组织收取费用。', ['0: 收取|费用 < ']],
    ['9个泵站已完工，4个正在施工。', ['9个: 泵站|完工 < ', '4个: 正在施工 < 泵站']],
    // 和 parts the numbers where names are listed behind it.
    ['下设3个保障所和柳林、石坝2个分站。', ['3个: 下设|保障所 < ', '2个: 柳林、石坝|分站 < 下设']],
    ['抽查9份合同，2份引用文号不准确。', ['9份: 抽查|合同 < ', '2份: 引用文号不准确 < 合同']],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('is not of the year of a plan beside it', () => {
    expect(figuresOf('二是说明稿少，2031年力争不少于40篇；三是编印《操作手册》120册。').map(({ year }) => year)).toEqual([null]);
  });

  it('is an average where many each fell short of it', () => {
    expect(figuresOf('有4个站点全年上传稿件不足20篇。').map(({ stat }) => stat)).toEqual(['count', 'average']);
    expect(figuresOf('推送稿件310篇，不足20篇为原创。').map(({ stat }) => stat)).toEqual(['count', 'count']);
  });
});
