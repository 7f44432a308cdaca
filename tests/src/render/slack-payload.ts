import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

type Node = Record<string, unknown>;

const limits = Object.fromEntries(Object.entries(parse(readFileSync(new URL('../../../docs/slack-limits.yaml', import.meta.url), 'utf8')) as Record<string, { value: number }>).map(([name, { value }]) => [name, value]));
const length = (text: unknown): number => [...String(text)].length;

/** What Slack would refuse in a message's blocks and text, by its documented limits; written apart from the renderer. Empty when all is well. */
export function refusals(payload: { readonly blocks?: unknown; readonly text?: unknown }): string[] {
  const blocks = (payload.blocks ?? []) as Node[];
  const found: string[] = [];
  const hold = (name: string, value: number, what: string): void => {
    if (value > limits[name]!) found.push(`${what}: ${value} > ${name} ${limits[name]}`);
  };
  hold('blocks_per_message', blocks.length, 'blocks');
  hold('fallback_text', length(payload.text ?? ''), 'text');
  if (length(payload.text ?? '') === 0) found.push('no fallback text');
  let total = 0;
  for (const block of blocks) {
    const texts = textsIn(block);
    total += texts.reduce((sum, text) => sum + length(text), 0);
    if (texts.some((text) => text === '')) found.push(`${String(block['type'])}: empty text`);
    if (block['type'] === 'table') {
      tableRefusals(block, hold);
      continue;
    }
    if (block['type'] === 'header' || block['type'] === 'section') {
      for (const text of texts) hold(block['type'] === 'header' ? 'header_text' : 'section_text', length(text), String(block['type']));
      if (block['accessory'] !== undefined) buttonRefusals(block['accessory'] as Node, hold);
      continue;
    }
    const elements = block['elements'] as Node[];
    if (elements.length === 0) found.push(`${String(block['type'])}: no elements`);
    if (block['type'] === 'rich_text') hold('section_text', texts.reduce((sum, text) => sum + length(text), 0), 'rich_text');
    if (block['type'] === 'context') {
      hold('context_elements', elements.length, 'context');
      for (const text of texts) hold('section_text', length(text), 'context text');
    }
    if (block['type'] === 'actions') {
      hold('actions_elements', elements.length, 'actions');
      if (new Set(elements.map((element) => element['action_id'])).size < elements.length) found.push('actions: an action_id twice');
      for (const element of elements) buttonRefusals(element, hold);
    }
  }
  hold('message_text', total, 'all blocks');
  return found;
}

type Hold = (name: string, value: number, what: string) => void;

function buttonRefusals(element: Node, hold: Hold): void {
  hold('button_text', length((element['text'] as Node)['text']), 'button');
  hold('button_value', length(element['value']), 'button value');
  hold('action_id', length(element['action_id']), 'action_id');
}

function tableRefusals(block: Node, hold: Hold): void {
  const rows = block['rows'] as unknown[][];
  hold('table_rows', rows.length, 'table');
  for (const row of rows) hold('table_columns', row.length, 'table row');
  hold('table_text', textsIn(rows).reduce((sum, text) => sum + length(text), 0), 'table');
}

/** What Slack would refuse in a modal or in App Home. */
export function viewRefusals(view: unknown): string[] {
  const { type, blocks, title, submit, close, private_metadata: metadata } = view as Node;
  const found: string[] = [];
  const hold: Hold = (name, value, what) => void (value > limits[name]! && found.push(`${what}: ${value} > ${name}`));
  hold('home_blocks', (blocks as Node[]).length, 'view');
  hold('private_metadata', length(metadata ?? ''), 'view');
  for (const text of [title, submit, close]) hold('modal_title', length((text as Node | undefined)?.['text'] ?? ''), 'modal');
  if (type === 'modal') return [...found, ...(blocks as Node[]).flatMap(inputRefusals)];
  return [...found, ...refusals({ blocks, text: 'a view has none' }).filter((one) => !one.startsWith('blocks:') && !one.startsWith('all blocks:'))];
}

/** Every text that a reader sees in blocks, in order. */
export function textsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(textsIn);
  if (typeof node !== 'object' || node === null) return [];
  const { text, elements, rows, accessory } = node as Node;
  return [...(typeof text === 'string' ? [text] : textsIn(text)), ...textsIn(elements), ...textsIn(rows), ...textsIn(accessory)];
}

/** What Slack would refuse in a field of a form. */
function inputRefusals({ type, element, label }: Node): string[] {
  const found: string[] = [];
  const hold: Hold = (name, value, what) => void (value > limits[name]! && found.push(`${what}: ${value} > ${name}`));
  if (type !== 'input' || length((label as Node)['text']) === 0) found.push('no field, or one without a label');
  const { options, option_groups: groups, max_length: longest, action_id: id } = element as { options?: Node[]; option_groups?: { label: Node; options: Node[] }[]; max_length?: number; action_id: string };
  hold('action_id', length(id), 'field');
  hold('input_text', longest ?? 0, 'field');
  hold('select_groups', groups?.length ?? 0, 'menu');
  const menus = groups?.map((group) => group.options) ?? (options === undefined ? [] : [options]);
  for (const menu of menus) {
    hold('select_options', menu.length, 'menu');
    if (menu.length === 0) found.push('a menu of nothing');
    for (const { text, value } of menu) for (const words of [(text as Node)['text'], value]) hold('option_text', length(words), 'option');
  }
  for (const group of groups ?? []) hold('option_text', length(group.label['text']), 'group');
  const values = menus.flat().map(({ value }) => value);
  if (new Set(values).size < values.length) found.push('an option twice');
  return found;
}
