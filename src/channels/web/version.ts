import type { Library, ReportCard } from '../../../index/mod.js';

/** A version found by a link, and what the reader must be told about it. */
export interface FoundVersion {
  readonly card: ReportCard;
  /** The version that answers use, when it is not `card`; null when there is none. */
  readonly newer: ReportCard | null;
  /** True when the link names a version that is not held. */
  readonly versionUnknown: boolean;
}

/** Shorter beginnings of a source id could mean several versions. */
export const SOURCE_PREFIX = /^[0-9a-f]{8,64}$/;

/**
 * The version of report `id` whose source id begins with `source`; without `source` the one in use, else the newest. Ids that changed with their
 * organisation's name keep opening. Null when no such report is held.
 */
export async function versionOf(library: Library, id: string, source: string | undefined): Promise<FoundVersion | null> {
  const usual = await library.report(id);
  if (usual === null) return null;
  const versions = (await library.reports({ history: true })).filter(({ report }) => report === usual.report);
  const current = versions.find((card) => card.current) ?? null;
  const named = source === undefined ? usual : SOURCE_PREFIX.test(source) ? versions.find((card) => card.source.startsWith(source)) : undefined;
  const card = named ?? usual;
  return { card, newer: current !== null && current.edition !== card.edition ? current : null, versionUnknown: named === undefined };
}
