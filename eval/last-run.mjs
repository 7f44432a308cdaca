// What changed since the last run. Of sealed sets only counts are kept, so that no single question shows.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** The last run's file; empty where there is none. */
export function lastRun(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** Keeps a run's sets beside those that it did not ask. */
export function keepRun(file, before, sets) {
  const kept = Object.fromEntries(sets.map(({ name, sealed, total, kinds, p50, p99, verdicts }) => [name, { total, kinds, p50, p99, ...(sealed ? {} : { verdicts }) }]));
  writeFileSync(file, `${JSON.stringify({ ...before, ...kept })}\n`);
}

/** `{ total, changed }`: differences of the counts and, of open sets, `[id, before, now]` of each question that came out otherwise. */
export function changedSince(before, now, sealed) {
  if (before === undefined) return null;
  const total = Object.fromEntries(Object.keys(now.total).map((key) => [key, now.total[key] - before.total[key]]));
  const known = sealed ? {} : (before.verdicts ?? {});
  const changed = Object.entries(now.verdicts).flatMap(([id, verdict]) => (known[id] === undefined || known[id] === verdict ? [] : [[id, known[id], verdict]]));
  return { total, changed };
}
