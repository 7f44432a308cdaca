import type { ReportId } from '../../../index/document/tree.js';
import type { PassageText, SectionIndex } from '../../../index/search/mod.js';
import type { Analyzer } from '../../../index/text/mod.js';

/** The contract in its plainest form: looks at every passage. An oracle for the others, and proof that the suite asks for nothing only MiniSearch does. */
export function createNaiveIndex(analyzer: Analyzer): SectionIndex {
  const held = new Map<ReportId, { edition: number; passages: { n: number; terms: Set<string> }[] }>();
  const entryOf = ({ n, heading, pieces }: PassageText): { n: number; terms: Set<string> } => {
    const [a, b] = [analyzer.terms(heading), analyzer.terms(pieces.join('|'))];
    return { n, terms: new Set([...a.words, ...b.words, ...b.pairs]) };
  };
  return {
    put: async (reports) => {
      for (const { report, edition, passages } of reports) held.set(report, { edition, passages: passages.map(entryOf) });
    },
    remove: async (reports) => reports.forEach((report) => held.delete(report)),
    held: async () => new Map([...held].map(([report, { edition }]) => [report, edition])),
    search: async ({ text, reports, limit }) => {
      const { terms } = analyzer.asked(text);
      const hits = [...held].flatMap(([report, { passages }]) => {
        if (reports !== undefined && !reports.includes(report)) return [];
        return passages.map((passage) => ({ report, n: passage.n, score: terms.reduce((sum, { word, pairs }) => sum + (passage.terms.has(word) ? 1 : pairs.some((pair) => passage.terms.has(pair)) ? 0.5 : 0), 0) }));
      });
      return hits.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score).slice(0, limit);
    },
    snapshot: async () => null,
    restore: async () => false,
    close: async () => held.clear(),
  };
}
