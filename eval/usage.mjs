// What `npm run eval` may be told.
import { parseArgs } from 'node:util';

export const USAGE = `npm run eval -- [SET…] | --generated [--seed N] | --near-misses PATHS [--seed N] | --reports PATHS QUESTIONS.jsonl

Scores questions against reports: right, wrong, abstained, uncited per kind, times, what changed since the last run.
A line is a question, or a conversation whose turns are scored one by one: {"id","lang","report"?,"turns":[{"q","by"?,"expect"},…]}.
Without arguments all sets of eval/sets.json, each against its floor; exit code 1 when one is below it, 2 when told what it does not know.

  --reports PATHS   a folder, or files joined by commas, for a JSONL of your own; a question with a "report" field (a name, or a list) is asked while only that is held
  --generated       every question made of the samples and fixtures; --seed N draws others
  --near-misses PATHS  questions that miss a figure of these reports by one qualifier (a word put in, swapped or denied, another unit), and the right ones beside
  --type KIND       only questions of one kind
  --aliases FILE    lines of \`wenbao alias list --json\` that hold meanwhile
  --failures        print what was not right; --debug also why. Refused for sealed sets, which are only counted
  --last FILE       where the last run is kept (eval/last-run.json)
  --raise           floors rise to what was reached
  --json            one line a set
  --help            this
`;

const options = { reports: { type: 'string' }, generated: { type: 'boolean' }, 'near-misses': { type: 'string' }, seed: { type: 'string' }, failures: { type: 'boolean' }, debug: { type: 'boolean' }, type: { type: 'string' }, aliases: { type: 'string' }, last: { type: 'string' }, raise: { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } };

/** Reads arguments: `{ values, positionals }`, or `{ say, code }` where there is only something to be said before leaving. */
export function told(args) {
  try {
    const read = parseArgs({ args, options, allowPositionals: true });
    if (read.values.help) return { say: USAGE, code: 0 };
    if (read.values.reports !== undefined && read.positionals.length !== 1) return { say: `--reports needs one file of questions\n\n${USAGE}`, code: 2 };
    return read;
  } catch (error) {
    return { say: `${error.message}\n\n${USAGE}`, code: 2 };
  }
}
