import type { FoundRole } from '../../document/figure.js';
import { flowOf, type Placed } from '../../document/flow.js';
import { printedAt } from '../../document/folded.js';
import { asSpans } from '../../document/span.js';
import type { ReportDocument } from '../../document/tree.js';
import { bodiesApiece } from './apiece.js';
import { bodiesOf, foundedIn, type KnownBody } from './assign.js';
import { besides } from './besides.js';
import { dutiesIn } from './duty.js';
import { readHolders, type Range } from './holder.js';
import { lineOf, type Line } from './line.js';
import { postsIn } from './posts.js';
import { respectively } from './respective.js';
import { dutiesBelow, staffLine } from './staff.js';
import { tasksIn } from './task.js';
import { holderFirst, postFirst, type Unit } from './unit.js';

/** No sentence of prose is this long (UTF-16 code units); what is longer is left unread rather than slowly misread. */
const LONGEST_SENTENCE = 5_000;
/** How many bodies of earlier sentences a post without body may look back to. */
const REMEMBERED = 8;

/**
 * Who holds which post in which body, as far as the sentences of the report say it.
 * Tasks count as posts (申请的登记和收发, 分管政务公开工作): `post` is then what the task is about, or its verb with `body` saying what it is about.
 * A post is joined only with the holder in its own slot of the sentence; holders without a name have `holder: null`.
 * Roles come in reading order; `quote` is the sentence. Never throws.
 */
export function rolesIn(document: ReportDocument): FoundRole[] {
  const found: FoundRole[] = [];
  let section: Placed['section'] | null = null;
  let known: KnownBody[] = [];
  let open: FoundRole | null = null;
  const people = new Set<string>();
  let staff: StaffEntry | null = null;
  for (const placed of flowOf(document)) {
    if (placed.section !== section) [section, known, open] = [placed.section, [], null];
    if (placed.passage.text.length > LONGEST_SENTENCE) continue;
    const line = lineOf(placed.passage);
    const listed = staffRoles(placed, line, staff);
    staff = listed?.entry ?? null;
    if (listed !== null) {
      found.push(...listed.roles);
      open = null;
      continue;
    }
    const units = unitsIn(line, people);
    const bodies = bodiesOf(line, units, known);
    const roles = units.flatMap((unit, i) => rolesOf(placed, line, unit, bodies[i] ?? null));
    const continued = roles.length === 0 && open !== null ? continuing(placed, line, open) : [];
    found.push(...roles, ...continued);
    for (const { holder } of [...roles, ...continued]) if (holder !== null) people.add(holder);
    if (roles.length > 0) open = units.at(-1)!.listed ? roles.at(-1)! : null;
    else if (continued.length === 0) open = null;
    known = [...known, ...foundedIn(line), ...bodies.filter((body) => body !== null)].slice(-REMEMBERED);
  }
  return found;
}

function unitsIn(line: Line, people: ReadonlySet<string>): Unit[] {
  const units: Unit[] = [];
  const posts = postsIn(line.text);
  let floor = 0;
  posts.forEach((post, at) => {
    if (post.start < floor) return;
    const first = holderFirst(line, post, floor);
    const unit = first ?? postFirst(line, post, floor, posts[at + 1]);
    if (unit === null) return;
    units.push(...(first === null ? [unit] : [...respectively(line.text, unit, posts, at), ...besides(line.text, unit, posts, at)]));
    floor = Math.max(floor, unit.end, units.at(-1)?.end ?? 0);
  });
  units.push(...dutiesIn(line, units));
  const known = new Set([...people, ...units.flatMap((unit) => unit.holders.flatMap(({ name }) => (name === null ? [] : [line.text.slice(name.start, name.end)])))]);
  return [...units, ...tasksIn(line, units, known)].toSorted((a, b) => a.start - b.start);
}

function rolesOf(placed: Placed, line: Line, unit: Unit, body: KnownBody | null): FoundRole[] {
  const bodies = bodiesApiece(line.text, unit, body);
  return unit.holders.map(({ name, office }, at) => ({
    body: bodies[at] ?? null,
    post: verbatim(placed, line, unit.post),
    holder: name === null ? null : verbatim(placed, line, name),
    holderPost: office === null ? null : verbatim(placed, line, office),
    quote: placed.passage.spans,
    path: placed.path,
  }));
}

/** The person whom the lines of a staff list speak of, with the line that named them. */
interface StaffEntry {
  readonly placed: Placed;
  readonly holder: string;
  readonly holderPost: string;
}

/** Roles of a line of a staff list (甲：副镇长，负责农业。) or of one that goes on with it (分管林政。); null when it is neither. */
function staffRoles(placed: Placed, line: Line, before: StaffEntry | null): { entry: StaffEntry; roles: FoundRole[] } | null {
  const named = staffLine(line.text);
  if (named !== null) {
    const entry = { placed, holder: verbatim(placed, line, named.name), holderPost: verbatim(placed, line, named.offices) };
    const base = { body: null, holder: entry.holder, quote: placed.passage.spans, path: placed.path };
    return { entry, roles: [...named.posts.map((post) => ({ ...base, post: verbatim(placed, line, post), holderPost: null })), ...named.duties.map((post) => ({ ...base, post: verbatim(placed, line, post), holderPost: entry.holderPost }))] };
  }
  const duties = before === null ? [] : dutiesBelow(line.text);
  if (before === null || duties.length === 0) return null;
  const quote = asSpans([...before.placed.passage.spans, ...placed.passage.spans]);
  return { entry: before, roles: duties.map((post) => ({ body: null, post: verbatim(placed, line, post), holder: before.holder, holderPost: before.holderPost, quote, path: placed.path })) };
}

/** A line of names below 副组长：… goes on with the same post when every word of it is a named holder. */
function continuing(placed: Placed, line: Line, open: FoundRole): FoundRole[] {
  const holders = readHolders(line, 0, line.text.length);
  if (holders === null || holders.some(({ name }) => name === null)) return [];
  return holders.map(({ name, office }) => ({
    ...open,
    holder: verbatim(placed, line, name!),
    holderPost: office === null ? null : verbatim(placed, line, office),
    quote: placed.passage.spans,
    path: placed.path,
  }));
}

/** The printed characters of a folded range, blanks dropped (full-width ones stay full-width). */
function verbatim(placed: Placed, line: Line, { start, end }: Range): string {
  return printedAt(placed.passage.text, line, start, end);
}
