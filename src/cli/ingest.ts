import { Presets, SingleBar } from 'cli-progress';
import type { IncomingFile, IngestOutcome } from '../../index/mod.js';
import { openApp } from '../app.js';
import { toldOfFile, type ToldOfFile } from '../channels/told-of-file.js';
import { EXIT, WrongCall, type ExitCode } from '../exit.js';
import { changeJson } from '../render/figure-change.js';
import { cardJson, outcomeLines } from '../render/reading-card.js';
import type { Settings } from '../settings.js';
import { filesUnder } from './files.js';
import { IngestLine, printLine } from './output.js';

/** What a person says of all files of the call; comes before what the files say. */
export interface IngestTold {
  readonly org?: string;
  readonly year?: string;
}

/** `wenbao ingest PATH… [--org NAME] [--year YEAR]`: a line a file; exit code 1 when some file was refused. */
export async function ingest(paths: readonly string[], told: IngestTold, settings: Settings): Promise<ExitCode> {
  const said = saidOf(told);
  const files = (await filesUnder(paths)).map((file): IncomingFile => (said === null ? file : { ...file, told: said }));
  const app = await openApp(settings, { samples: false });
  const bar = process.stderr.isTTY && files.length > 1 ? new SingleBar({ format: '{bar} {value}/{total} {name}', stream: process.stderr, hideCursor: true }, Presets.shades_classic) : null;
  bar?.start(files.length, 0, { name: '' });
  let refused = 0;
  try {
    await app.held.ingest(files, (outcome) => {
      if (outcome.status === 'refused') refused += 1;
      bar?.increment(1, { name: outcome.path });
      if (settings.json) printLine(IngestLine, lineOf(outcome));
      else process.stdout.write(`${outcomeLines(outcome)}\n`);
    });
  } finally {
    bar?.stop();
    await app.close();
  }
  if (!settings.json) process.stderr.write(`${files.length} 个文件，${refused} 个未收 · ${files.length} files, ${refused} refused\n`);
  return refused > 0 ? EXIT.refused : EXIT.done;
}

function saidOf({ org, year }: IngestTold): ToldOfFile | null {
  // What is named and empty is a slip; only what is not named says nothing.
  const said = toldOfFile(org === '' ? '?' : (org ?? ''), year === '' ? '?' : (year ?? ''));
  if ('told' in said) return said.told;
  const option = said.of === 'organisation' ? '--org' : '--year';
  throw new WrongCall(`${option} ${said.why.zh}`, `${option}: ${said.why.en}`);
}

function lineOf(outcome: IngestOutcome): Parameters<typeof printLine<typeof IngestLine>>[1] {
  const { diagnostics, forms, card, changes, ...rest } = outcome;
  return {
    ...rest,
    ...(forms && { forms: [...forms] }),
    ...(card && { card: cardJson(card) }),
    ...(changes && { changes: changes.map(changeJson) }),
    diagnostics: diagnostics.map(({ code, severity, message, span, line, also, options }) => ({
      code,
      severity,
      message: { ...message },
      span: span === null ? null : place(span),
      ...(line !== null && { line }),
      ...(also && { also: also.map(place) }),
      ...(options && { options: [...options] }),
    })),
  };
}

const place = ({ start, end }: { readonly start: number; readonly end: number }): { start: number; end: number } => ({ start, end });
