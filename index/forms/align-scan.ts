import { capacity, type Heads, type Line, type Printed, type Scan } from './align-lines.js';
import { isValue, type Seen, type SeenRow, type SeenTable } from './align-grid.js';
import { disputeRows, groupsOf, isLoneGroup, isNumberOnly, isPlausible, isRowGroup, meaningId, textOf, underHeadsOf } from './align-labels.js';
import { lookUp, type Hit, type RowPlace } from './label-index.js';
import { labelKey } from './label-key.js';

/** Labels as long as these are said of nothing else: they tell the table of requests without its heads. */
const TELLING = 6;
/** No label is cut into more pieces. */
const MOST_PIECES = 3;

/** Recognises heads, groups and rows of official tables by their labels, wherever they stand. Linear in the number of cells. */
export function scan(tables: readonly SeenTable[]): Scan {
  const lines: Line[] = [];
  const allHeads: Heads[] = [];
  let heads: Heads | null = null;
  let groups = new Map<string, Printed>();
  let open: Line | null = null;
  let dangling: Seen[] = [];
  let section = '';
  let instance = 0;
  let astray = false;
  let met = new Set<string>();

  const forget = (): void => {
    heads = null;
    open = null;
    dangling = [];
    groups = new Map();
    met = new Set();
    instance += 1;
    astray = false;
  };

  for (const table of tables) {
    const here = table.path.join('\n');
    if (here !== section) forget();
    section = here;
    for (const row of table.rows) {
      if (row.values > 0) readValues(row, row.cells.findIndex(isValue), row.cells.findLastIndex(isValue));
      else if (isLeftEmpty(row)) {
        readValues(row, row.cells.length, row.cells.length);
        open = null;
      } else readLabels(row);
    }
  }
  return { tables, lines, heads: allHeads };

  /** A row without values: heads, a group, a label whose values follow, or the rest of a label. */
  function readLabels(row: SeenRow): void {
    const unknown: Seen[] = [];
    let known = 0;
    let number: Seen | null = null;
    let before: { hit: Hit; cell: Seen } | null = null;
    for (const cell of row.cells) {
      if (cell.state !== 'text') continue;
      if (isNumberOnly(cell)) {
        number = cell;
        continue;
      }
      if (completes(cell)) {
        known += 1;
        continue;
      }
      const hit = cell.hit;
      if (hit === null) {
        unknown.push(cell);
        continue;
      }
      known += 1;
      const { meaning } = hit;
      if (meaning.title !== null) {
        headsFor(row).title = cell;
      } else if (asColumn(hit)) {
        headsFor(row).columns.push({ places: meaning.columns, cell, row });
      } else if (meaning.rows.length > 0) {
        if (before !== null && isLoneGroup(before.hit)) markGroup(before.hit, before.cell);
        before = { hit, cell };
        open = start(row, hit, number === null ? [cell] : [number, cell], []);
        if (open !== null && open.official === 'requests' && hit.how === 'exact' && isLoneGroup(hit)) markGroup(hit, cell);
        dangling = [];
      } else if (meaning.group !== null) {
        if (meaning.groupTable === 'requests' && isRowGroup(hit)) markGroup(hit, cell);
        else headsFor(row).groups.push({ meaning, cells: [cell] });
      }
      number = null;
    }
    if (unknown.length === 0) return;
    if (known === 0 && unknown.length === 1) dangling = [...dangling, unknown[0]!].slice(-MOST_PIECES);
    else if (known === 0) forget();
    else heads?.unknown.push(...unknown);
  }

  /** True for a row that a drawn grid shows with its label and cells of its own, all of them empty. */
  function isLeftEmpty(row: SeenRow): boolean {
    if (row.grid !== 'drawn' || heads === null || heads.table !== row.table) return false;
    const label = row.cells.findLastIndex(({ state }) => state === 'text');
    const hit = row.cells[label]!.hit;
    return hit?.how === 'exact' && hit.meaning.rows.length > 0 && !asColumn(hit) && row.cells.slice(label + 1).some(({ covered }) => !covered);
  }

  /** A row with values from cell `first` to `last`: after its own label, after a label that stands above, or behind values that did not fill their row. */
  function readValues(row: SeenRow, first: number, last: number): void {
    let label: Seen[] = [];
    let hit: Hit | null = null;
    let from = -1;
    let number: Seen | null = null;
    let rest: Seen[] = [];
    const finish = (end: number): void => {
      if (hit === null) return;
      const started = start(row, hit, label, row.cells.slice(from, end));
      if (started !== null) {
        lines.push(started);
        open = started;
        dangling = [];
      }
    };
    for (let i = 0; i < row.cells.length; i += 1) {
      const cell = row.cells[i]!;
      if (cell.state !== 'text') continue;
      const meant = cell.hit;
      const isRow = meant !== null && meant.meaning.rows.length > 0;
      if (i < first) {
        if (isNumberOnly(cell)) number = cell;
        else if (!isRow && completes(cell)) rest = [];
        else if (isRow) {
          if (hit !== null && isLoneGroup(hit)) markGroup(hit, label[label.length - 1]!);
          hit = meant;
          label = number === null ? [cell] : [number, cell];
          from = i + 1;
          number = null;
          rest = [];
        } else if (meant?.meaning.group != null && isRowGroup(meant)) {
          markGroup(meant, cell);
          from = i + 1;
        } else {
          // Words behind a row's label make another row of it: 行政处罚 | 其中：罚款.
          hit = null;
          rest.push(cell);
          from = i + 1;
        }
        continue;
      }
      if (!isRow || meant.how !== 'exact' || i > last) continue;
      finish(i);
      hit = meant;
      label = [cell];
      from = i + 1;
    }
    if (hit !== null) {
      finish(row.cells.length);
      astray = false;
    } else if (row.texts === 0) {
      continueRow(row);
    } else if (!joinLabel(row, rest, row.cells.slice(Math.max(from, 0)))) {
      open = null;
      astray = true;
      if (awaitsDisputes() && row.texts === 1) continueRow({ ...row, cells: row.cells.slice(from) });
    }
  }

  /** The rest of a label in front of its values (or of blanks filled from below): the beginning stands in a row above. */
  function joinLabel(row: SeenRow, rest: readonly Seen[], region: Seen[]): boolean {
    if (rest.length !== 1) return false;
    const above: Seen[] = open !== null && !open.region.some(isValue) ? open.label : dangling;
    if (above.length === 0) return false;
    const beginning = lookUp(textOf(above));
    const hit = lookUp(textOf([...above, ...rest]));
    if (hit === null || hit.meaning.rows.length === 0) return false;
    // Labels of several lines: the pieces together are still only a beginning, of the same label as before.
    const grown = hit.how === 'cut' && beginning?.meaning === hit.meaning;
    if (hit.how === 'cut' && !grown) return false;
    // The second piece must say something: else these are the values of another row.
    if (beginning?.how === 'exact' || (beginning?.how === 'near' && hit.how !== 'exact' && !grown)) return false;
    if (labelKey(rest[0]!.text).key === '') return false;
    const started = start(row, hit, [...above, ...rest], region);
    if (started === null) return false;
    started.joined = true;
    if (open !== null && lines[lines.length - 1] === open && !open.region.some(isValue)) lines.pop();
    lines.push(started);
    open = started;
    dangling = [];
    return true;
  }

  /** Values without a label: they belong to the row above if it has room, or to the table of disputes, which prints none. */
  function continueRow(row: SeenRow): void {
    if (open !== null) {
      const held = open.region.filter(isValue).length;
      // Values that found no label may be those of the label that came after them.
      if (held === 0 && astray && !row.lone) {
        open = null;
        return;
      }
      if (held + row.values <= capacity(open)) {
        if (held === 0) open.source = row;
        if (lines[lines.length - 1] !== open) lines.push(open);
        open.region = held === 0 ? [...row.cells] : [...open.region, ...row.cells];
        if (!open.stream || !row.lone) open.joined = true;
        if (held > 0 && !(open.stream && row.lone)) open.cutValues = true;
        return;
      }
      // One number too many: where no identity can tell which, none is believed.
      if (held < capacity(open) || row.lone || open.official === 'active') open.overflow = true;
      open.crowded = true;
      open = null;
      return;
    }
    if (!awaitsDisputes()) return;
    open = line(row, 'disputes', disputeRows, 'exact', [], [...row.cells]);
    lines.push(open);
  }

  /** True below the heads of the table of disputes, before its only row. */
  function awaitsDisputes(): boolean {
    return heads !== null && !heads.used && underHeadsOf(heads, 'disputes');
  }

  /** A line for a recognised label, if the place it stands in allows it. */
  function start(row: SeenRow, hit: Hit, label: Seen[], region: Seen[]): Line | null {
    const { meaning, how } = hit;
    const inRequests = heads !== null && underHeadsOf(heads, 'requests');
    const telling = labelKey(textOf(label)).key.length >= TELLING;
    const requests = isPlausible(hit, [...groups.keys()].at(-1)) ? meaning.rows.filter((place) => place.table === 'requests') : [];
    if (requests.length > 0 && (inRequests || telling || met.size > 0)) {
      if (how === 'exact' && met.has(meaning.id)) {
        instance += 1;
        met = new Set();
      }
      if (how === 'exact') met.add(meaning.id);
      return line(row, 'requests', requests, how, label, region);
    }
    const active = meaning.rows.filter((place) => place.table === 'active');
    return active.length > 0 ? line(row, 'active', active, how, label, region) : null;
  }

  function line(row: SeenRow, official: Line['official'], places: readonly RowPlace[], how: Line['how'], label: Seen[], region: Seen[]): Line {
    if (heads !== null) heads.used = true;
    const within = groupsOf(places);
    const printed = [...groups.values()].filter(({ meaning }) => within.has(meaning.id));
    return { official, places, how, label, groups: printed, region, heads, source: row, stream: row.lone, joined: false, cutValues: false, overflow: false, crowded: false, instance };
  }

  function headsFor(row: SeenRow): Heads {
    if (heads === null || heads.used) {
      heads = { table: row.table, width: row.width, columns: [], groups: [], unknown: [], title: null, used: false };
      allHeads.push(heads);
      open = null;
      groups = new Map();
    }
    return heads;
  }

  /** 总计 and 其他 name columns and rows: a number in front, or rows already met, tell a row. */
  function asColumn(hit: Hit): boolean {
    const { meaning, ordinal } = hit;
    if (meaning.columns.length === 0) return false;
    if (meaning.rows.length === 0) return true;
    return ordinal === null && (heads === null || !heads.used || !underHeadsOf(heads, 'requests'));
  }

  function markGroup(hit: Hit, cell: Seen): void {
    groups.delete(hit.meaning.id);
    groups.set(hit.meaning.id, { meaning: hit.meaning, cells: [cell] });
  }

  /** True when `cell` is the missing end of the label of the open row or of a group, and puts it there. */
  function completes(cell: Seen): boolean {
    if (cell.hit?.how === 'exact') return false;
    const fits = (cells: readonly Seen[], id: string): boolean => {
      const whole = lookUp(textOf([...cells, cell]));
      const before = lookUp(textOf(cells));
      return whole !== null && whole.how === 'exact' && whole.meaning.id === id && before?.how !== 'exact';
    };
    if (open !== null && open.label.length > 0 && open.how !== 'exact' && fits(open.label, open.places.length > 0 ? meaningId(open.places[0]!) : '')) {
      open.label.push(cell);
      open.how = 'exact';
      open.joined = true;
      return true;
    }
    for (const printed of groups.values()) {
      if (!fits(printed.cells, printed.meaning.id)) continue;
      printed.cells.push(cell);
      return true;
    }
    return false;
  }
}
