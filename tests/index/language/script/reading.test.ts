import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, originalEnd } from '../../../../index/document/folded.js';
import { isTraditional, plainUnit } from '../../../../index/document/plain-characters.js';
import { readingOf } from '../../../../index/language/script/mod.js';

const word = '\ufeff';

describe('readingOf', () => {
  it.each<[string, string, string]>([
    ['a heading', '勐來鄉人民政府資訊公開工作年度報告', '勐来乡人民政府信息公开工作年度报告'],
    ['machine conversion', '健全製度，全麵提升體係', '健全制度，全面提升体系'],
    ['words of another region', '規範性檔案、辦事視窗、發佈', '规范性文件、办事窗口、发布'],
    ['an archive stays one', '縣檔案館設查閱點', '县档案馆设查阅点'],
    ['what both scripts use', '成效顯著，乾安縣徵收於後', '成效显著，乾安县征收于后'],
    ['full-width signs and digits stay', '（一）辦理　２０２０件、１，２３４件', '（一）办理　２０２０件、１，２３４件'],
    ['radicals of a PDF', '⼀、总体情况 ⽇', '一、总体情况 日'],
    ['radicals that no normal form of Unicode knows', '⻘⻰县⼈⺠政府⻓期公开⻔户网站⾸⻚', '青龙县人民政府长期公开门户网站首页'],
    ['a table drawn with characters', '├──┼─┤\n│规章│0│', '------\n|规章|0|'],
    ['cells between full-width bars', '｜规章｜　０｜｜', '|规章|　０||'],
    ['words between full-width bars', '首页｜政务公开｜年报', '首页｜政务公开｜年报'],
    ['an odd name in simplified print', '本报告由行政负责人劉明同志签发，成效显著，著作权另行说明，共收到各类申请二百零三件。', '本报告由行政负责人刘明同志签发，成效显著，著作权另行说明，共收到各类申请二百零三件。'],
    ['simplified print', '显著，著作，乾隆，档案馆', '显著，著作，乾隆，档案馆'],
    ['printed sounds', '公(gong)開(kai)政(zheng)府(fu)信(xin)息(xi)工(gong)作(zuo)', [...'公开政府信息工作'].map((one, i) => one + word.repeat([6, 5, 7, 4, 5, 4, 6, 5][i]!)).join('')],
    ['an English word in brackets', '在门户(portal)上公开', '在门户(portal)上公开'],
  ])('%s', (_name, printed, reading) => expect(readingOf(printed)).toBe(reading));

  it('is as long as the text, and the text itself when there is nothing to change', () => {
    const traditional = fc.string({ unit: fc.constantFrom(...'開報務關於著乾後裡個條𡻕⼀😀a(gong)（）\n1２一') });
    fc.assert(
      fc.property(fc.oneof(traditional, fc.string({ unit: 'binary' })), (text) => {
        const reading = readingOf(text);
        expect(reading).toHaveLength(text.length);
        expect(readingOf(reading)).toBe(reading);
      }),
    );
    const simplified = '全乡共公开政府信息１２条。';
    expect(readingOf(simplified)).toBe(simplified);
  });
});

describe('fold', () => {
  it('reads traditional characters and leads back to the printed ones', () => {
    const printed = '共辦 理１２ 件';
    const folded = fold(printed);
    expect(folded.text).toBe('共办理12件');
    const at = folded.text.indexOf('办理');
    expect(printed.slice(folded.start[at]!, originalEnd(folded, at + 2))).toBe('辦 理');
  });
});

describe('the table of characters', () => {
  const { Converter } = createRequire(import.meta.url)('opencc-js/t2cn') as typeof import('opencc-js/t2cn');
  const convert = Converter({ from: 't', to: 'cn' });

  it('says what OpenCC says, and holds no character of simplified print', () => {
    const decoder = new TextDecoder('gb18030');
    const wrong: string[] = [];
    for (let code = 0x3400; code <= 0x9fff; code += 1) {
      const character = String.fromCharCode(code);
      if (isTraditional(code) && convert(character) !== String.fromCharCode(plainUnit(code))) wrong.push(character);
    }
    for (let row = 0xb0; row <= 0xf7; row += 1) for (let cell = 0xa1; cell <= 0xfe; cell += 1) if (isTraditional(decoder.decode(Uint8Array.of(row, cell)).charCodeAt(0))) wrong.push(`${row} ${cell}`);
    expect(wrong).toEqual([]);
  });
});
