// Makes the files of tests/fixtures/reports and what is expected of them (reports-gold.jsonl) out of fixtures/spec.json: node scripts/make-fixtures.mjs [name part…]
// Word and PDF files need LibreOffice (soffice) and poppler (pdftoppm); they are committed, so that nobody else does.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asPage } from './fixtures/as-page.mjs';
import { asText } from './fixtures/as-text.mjs';
import { encode } from './fixtures/encode.mjs';
import { scannedPdf } from './fixtures/scan.mjs';
import { officialTables, statistics } from './fixtures/tables.mjs';
import { valuesOf } from './fixtures/values.mjs';

const folder = fileURLToPath(new URL('../tests/fixtures/reports/', import.meta.url));
const { reports, files } = JSON.parse(readFileSync(new URL('fixtures/spec.json', import.meta.url), 'utf8'));
const wanted = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), 'fixtures-'));

function partsOf({ form, seed, own, parts, statistics: form2008 }) {
  const values = form === 0 ? statisticsCells(form2008) : valuesOf(form, seed, own);
  const tables = form === 0 ? { statistics: statistics(form2008) } : officialTables(form, values);
  const read = (part) => (part.startsWith('# ') ? { title: part.slice(2) } : part.startsWith('## ') ? { heading: part.slice(3) } : part.startsWith('@') ? { table: tables[part.slice(1)] } : { text: part });
  return { parts: parts.map(read), values };
}

/** Cells of a statistics form by metric. */
function statisticsCells({ rows, of, columns }) {
  return Object.fromEntries(rows.flatMap((row, i) => (of[i] === null ? [] : columns.map((name, c) => [name.replace('{}', of[i]), row.at(c - columns.length)]))));
}

/** Converts with LibreOffice; gives the path of what it made. */
function office(path, ending, filter) {
  execFileSync('soffice', ['--headless', '--norestore', `-env:UserInstallation=file://${work}/profile`, '--convert-to', filter ?? ending, '--outdir', work, path], { stdio: 'ignore' });
  return join(work, `${basename(path).replace(/\.[^.]+$/, '')}.${ending}`);
}

function officeFile(parts, type, layout, name) {
  const page = join(work, `${name}.html`);
  const shown = layout === 'stripped' ? parts.filter(({ table }) => table === undefined) : parts;
  writeFileSync(page, asPage(shown, layout === 'scanned' || layout === 'stripped' ? 'bare' : layout).replace('<head>', '<head><style>@page { size: 21cm 29.7cm; margin: 2cm } td { font-size: 9pt } p { margin: 2pt }</style>'));
  const docx = office(page, 'docx', 'docx:MS Word 2007 XML');
  if (type === 'docx') return docx;
  if (type === 'doc' || type === 'wps') return office(docx, 'doc', 'doc:MS Word 97');
  const pdf = office(docx, 'pdf', 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"false"}}');
  if (layout !== 'scanned') return pdf;
  execFileSync('pdftoppm', ['-scale-to-x', '400', '-scale-to-y', '566', '-gray', '-jpeg', '-singlefile', pdf, join(work, 'scan')]);
  writeFileSync(join(work, 'scan.pdf'), scannedPdf(readFileSync(join(work, 'scan.jpg')), 400, 566));
  return join(work, 'scan.pdf');
}

const gold = [];
for (const [key, type, layout, encoding = 'utf-8'] of files) {
  const report = reports[key];
  const { parts, values } = partsOf(report);
  const name = `${key}-${layout}${encoding === 'utf-8' ? '' : `-${encoding}`}`;
  const file = `${name}.${type}`;
  const unread = layout === 'scanned' ? 'scanned' : undefined;
  const tables = layout === 'stripped' || layout === 'attachment' || unread !== undefined ? 'absent' : 'whole';
  if (!gold.some((line) => line.report === key)) gold.push({ report: key, org: report.org, year: report.year, cells: values, said: parts.flatMap(({ text }) => text ?? []) });
  gold.push({ file, type, layout, of: key, tables, said: layout !== 'attachment' && unread === undefined, ...(unread && { refused: unread }) });
  if (wanted.length > 0 && !wanted.some((part) => file.includes(part))) continue;
  const target = join(folder, file);
  if (type === 'txt' || type === 'md') writeFileSync(target, encode(asText(parts, layout, { md: type === 'md' }), encoding));
  else if (type === 'html') writeFileSync(target, encode(asPage(parts, layout, { charset: encoding }), encoding));
  else copyFileSync(officeFile(parts, type, layout, name), target);
  console.log(file);
}
writeFileSync(join(folder, '../reports-gold.jsonl'), `${gold.map((one) => JSON.stringify(one)).join('\n')}\n`);
rmSync(work, { recursive: true, force: true });
