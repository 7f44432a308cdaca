import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { it } from 'vitest';
import type { SourceId } from '../../../index/document/source-text.js';
import { alignTables } from '../../../index/forms/mod.js';
import { parseDocument } from '../../../index/parse/document.js';
import { layouts, reportWith } from './layouts.js';
import { printedForms, sheetsOf, valuesFor } from './sheets.js';
it('probe', () => {
  for (const [name, layout] of Object.entries(layouts)) {
    for (const form of printedForms) for (const density of [0.9, 0.2, 0]) {
      const values = fc.sample(valuesFor(form, density), { numRuns: 1, seed: 7 })[0]!;
      const text = reportWith(sheetsOf(form, values), layout);
      const doc = parseDocument({ id: createHash('sha256').update(text).digest('hex') as SourceId, origin: 't.txt', text, reader: 'text' });
      const { figures, diagnostics, forms } = alignTables(doc);
      const count = { aligned: 0, repaired: 0, wrong: 0, read: 0 };
      const ex: string[] = [];
      for (const f of figures) { if (f.metric === null) count.read += 1; else if (f.quantity.value !== values.get(f.metric)) { count.wrong += 1; ex.push(`${f.metric} ${f.quantity.value} ${values.get(f.metric)} ${f.trust}`);} else count[f.trust as 'aligned'] += 1; }
      console.log(`${name} | ${form.id} ${density} | of ${values.size}: aligned ${count.aligned} repaired ${count.repaired} read ${count.read} WRONG ${count.wrong} | ${forms.join()} | ${[...new Set(diagnostics.map(d => d.code))].join()} ${ex.slice(0,3).join('; ')}`);
      if (process.env.SHOW === name && process.env.FORM === form.id && density === 0.9) { console.log(text.slice(0, 6000)); for (const s of doc.sections) for (const c of s.children) if (c.kind==='table') console.log('TABLE', c.rows.slice(0,40).map(r=>r.map(x=>x.text).join('¦')).join('\n')); else console.log(c.kind, c.kind==='paragraph'? c.sentences.map(x=>x.text).join('/').slice(0,300):''); console.log(diagnostics.map(d=>d.message.zh).join('\n')); console.log('READ', figures.filter(f=>f.metric===null).map(f=>f.labels.join('/')+'='+f.quantity.value).join('\n')); }
    }
  }
});
