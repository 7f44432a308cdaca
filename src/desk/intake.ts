import type { IngestOutcome, OpenLibrary } from '../../index/mod.js';
import type { HostPorts } from '../channels/channel.js';
import { may } from './access.js';
import type { AccessConfig } from './config.js';

/**
 * Takes in files that people hand in, one after the other, whoever they come from. `who` null is whoever sits at this machine, who could call
 * the command as well; anybody else needs the role. Resolves to null for one who may not.
 */
export function createIntake(held: Pick<OpenLibrary, 'ingest'>, access: AccessConfig): HostPorts['takeIn'] {
  let last: Promise<unknown> = Promise.resolve();
  return async (file, who) => {
    if (who !== null && !may('ingest', who, access)) return null;
    const turn = last.then(() => takeOne(held, file));
    last = turn.catch(() => {});
    return turn;
  };
}

async function takeOne(held: Pick<OpenLibrary, 'ingest'>, { name, bytes, told }: Parameters<HostPorts['takeIn']>[0]): Promise<IngestOutcome[]> {
  const outcomes: IngestOutcome[] = [];
  await held.ingest([{ name, path: name, size: bytes.length, bytes: () => bytes, ...(told && { told }) }], (outcome) => outcomes.push(outcome));
  return outcomes;
}
