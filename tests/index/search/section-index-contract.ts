import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReportId } from '../../../index/document/tree.js';
import type { PassageText, SectionIndex } from '../../../index/search/mod.js';

const A = '甲乡-2020' as ReportId;
const B = '乙乡-2020' as ReportId;
const passages = (...texts: (string | [heading: string, text: string])[]): PassageText[] =>
  texts.map((text, n) => (typeof text === 'string' ? { n, heading: '', pieces: [text] } : { n, heading: text[0], pieces: [text[1]] }));

const put = (index: SectionIndex, report: ReportId, edition: number, of: PassageText[]): Promise<void> => index.put([{ report, edition, passages: of }]);

/** What every implementation of `SectionIndex` has to do, whatever it is built on. */
export function sectionIndexContract(name: string, create: () => SectionIndex): void {
  describe(`section index: ${name}`, () => {
    let index: SectionIndex;
    beforeEach(async () => {
      index = create();
      await put(index, A, 1, passages('设立办事窗口六个', ['代办员培训', '内容涉及服务礼仪'], '舆情监测工作仍需加强', '一年一考评'));
      await put(index, B, 2, passages('设立办事窗口三个', '办事指南', '服务窗口'));
    });
    afterEach(() => index.close());
    const found = async (text: string, reports?: ReportId[], limit = 10): Promise<string[]> =>
      (await index.search({ text, limit, ...(reports === undefined ? {} : { reports }) })).map(({ report, n }) => `${report[0]}${n}`);

    it('finds by words of the text and of the heading', async () => {
      expect(await found('舆情')).toEqual(['甲2']);
      expect(await found('代办员')).toEqual(['甲1']);
    });

    it('puts passages with all words before those with some', async () => {
      const hits = await found('办事窗口');
      expect(hits.slice(0, 2).sort()).toEqual(['乙0', '甲0']);
      expect(hits).toContain('乙1');
    });

    it('keeps to the reports asked for', async () => {
      expect(await found('办事窗口', [B])).not.toContain('甲0');
      expect((await found('办事窗口', [B]))[0]).toBe('乙0');
      expect(await found('办事窗口', [])).toEqual([]);
      expect(await found('办事窗口', ['丙乡-2020' as ReportId])).toEqual([]);
    });

    it('finds what segmentation or a typing slip cut otherwise, by pairs of characters', async () => {
      expect((await found('考评'))[0]).toBe('甲3');
      expect((await found('一年一考平'))[0]).toBe('甲3');
    });

    it('keeps to the limit and gives nothing for nothing', async () => {
      expect(await found('办事窗口', undefined, 1)).toHaveLength(1);
      expect(await found('办事窗口', undefined, 0)).toEqual([]);
      expect(await found('')).toEqual([]);
      expect(await found('，。')).toEqual([]);
      expect(await found('高铁')).toEqual([]);
    });

    it('replaces and removes', async () => {
      await put(index, A, 3, passages('设立便民窗口'));
      expect(await found('舆情')).toEqual([]);
      expect(await found('便民窗口', [A])).toEqual(['甲0']);
      await index.remove([B]);
      await index.remove([B]);
      expect(await found('办事指南')).toEqual([]);
      expect([...(await index.held())]).toEqual([[A, 3]]);
    });

    it('comes back from its snapshot and refuses a foreign or damaged one', async () => {
      const snapshot = await index.snapshot('f1');
      if (snapshot === null) return;
      const before = await found('办事窗口');
      const other = create();
      expect(await other.restore(snapshot, 'f2')).toBe(false);
      expect((await other.held()).size).toBe(0);
      expect(await other.restore(snapshot.subarray(0, snapshot.length - 5), 'f1')).toBe(false);
      expect(await other.restore(new Uint8Array([1, 2, 3]), 'f1')).toBe(false);
      expect(await other.restore(snapshot, 'f1')).toBe(true);
      index = other;
      expect(await found('办事窗口')).toEqual(before);
      await put(index, B, 9, passages('高铁'));
      expect(await found('高铁')).toEqual(['乙0']);
    });
  });
}
