import { Presets, SingleBar } from 'cli-progress';
import type { IngestOutcome } from '../../index/mod.js';
import { openApp } from '../app.js';
import { EXIT, type ExitCode } from '../exit.js';
import type { Settings } from '../settings.js';
import { filesUnder } from './files.js';
import { IngestLine, printLine } from './output.js';

/** `wenbao ingest PATH…`: a line a file; exit code 1 when some file was refused. */
export async function ingest(paths: readonly string[], settings: Settings): Promise<ExitCode> {
  const files = await filesUnder(paths);
  const app = await openApp(settings, { samples: false });
  const bar = process.stderr.isTTY && files.length > 1 ? new SingleBar({ format: '{bar} {value}/{total} {name}', stream: process.stderr, hideCursor: true }, Presets.shades_classic) : null;
  bar?.start(files.length, 0, { name: '' });
  let refused = 0;
  try {
    await app.held.ingest(files, (outcome) => {
      if (outcome.status === 'refused') refused += 1;
      bar?.increment(1, { name: outcome.path });
      if (settings.json) printLine(IngestLine, lineOf(outcome));
      else process.stdout.write(`${forPerson(outcome)}\n`);
    });
  } finally {
    bar?.stop();
    await app.close();
  }
  if (!settings.json) process.stderr.write(`${files.length} 个文件，${refused} 个未收 · ${files.length} files, ${refused} refused\n`);
  return refused > 0 ? EXIT.refused : EXIT.done;
}

function lineOf(outcome: IngestOutcome): Parameters<typeof printLine<typeof IngestLine>>[1] {
  const { diagnostics, forms, ...rest } = outcome;
  return {
    ...rest,
    ...(forms && { forms: [...forms] }),
    diagnostics: diagnostics.map(({ code, severity, message, span }) => ({ code, severity, message: { ...message }, span: span === null ? null : { start: span.start, end: span.end } })),
  };
}

const SAYS: Readonly<Record<IngestOutcome['status'], string>> = { added: '新收 added', updated: '更新 updated', unchanged: '未变 unchanged', refused: '未收 refused' };

function forPerson(outcome: IngestOutcome): string {
  const head = `${SAYS[outcome.status]}  ${outcome.path}`;
  if (outcome.status === 'refused') return `${head}\n    ${outcome.error?.message.zh ?? ''}\n    ${outcome.error?.message.en ?? ''}`;
  const problems = outcome.diagnostics.filter(({ severity }) => severity !== 'info');
  return [`${head}\n    ${outcome.org} ${outcome.year ?? '—'} · ${outcome.report} · ${outcome.figures} 个数 figures · ${outcome.forms?.join(' ') ?? ''}`, ...problems.map(({ message }) => `    ! ${message.zh}`)].join('\n');
}
