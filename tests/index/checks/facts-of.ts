import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factsOfText } from '../../../index/checking.js';
import { findingsIn, type Facts, type Finding } from '../../../index/checks/mod.js';
import { projectRoot } from '../../../index/data.js';
import { standardSteps } from '../../../index/steps.js';

/** A sample report's text. */
export function sample(name: string): string {
  return readFileSync(join(projectRoot, 'samples', `${name}.txt`), 'utf8');
}

/** A text with pieces replaced; throws when one is not there, so that a case cannot become empty unnoticed. */
export function edited(text: string, ...edits: readonly (readonly [string, string])[]): string {
  return edits.reduce((now, [from, to]) => {
    if (!now.includes(from)) throw new Error(`the text does not hold ${from}`);
    return now.replace(from, () => to);
  }, text);
}

export async function factsIn(text: string, previous: Facts | null = null): Promise<Facts> {
  const read = await standardSteps.read('case.txt', new TextEncoder().encode(text));
  if (!read.ok) throw new Error(read.refusal.message.en);
  return factsOfText(read.source, standardSteps, 'case', previous);
}

export async function findingsOf(text: string, previous: string | null = null): Promise<Finding[]> {
  return findingsIn(await factsIn(text, previous === null ? null : await factsIn(previous)));
}
