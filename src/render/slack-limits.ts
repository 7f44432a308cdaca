import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectRoot } from '../../index/mod.js';

const Limit = z.strictObject({ value: z.number().int().positive(), source: z.url(), note: z.string().optional() });

const SlackLimits = z.strictObject({
  blocks_per_message: Limit,
  section_text: Limit,
  message_text: Limit,
  message_text_budget: Limit,
  fallback_text: Limit,
  context_elements: Limit,
  actions_elements: Limit,
  button_text: Limit,
  button_text_shown: Limit,
  button_value: Limit,
  action_id: Limit,
  url: Limit,
  header_text: Limit,
  table_rows: Limit,
  table_columns: Limit,
  table_text: Limit,
  home_blocks: Limit,
  modal_title: Limit,
  private_metadata: Limit,
  input_text: Limit,
  select_options: Limit,
  select_groups: Limit,
  option_text: Limit,
  modal_blocks: Limit,
});
/** Names of the limits of `docs/slack-limits.yaml`. */
export type SlackLimitName = keyof z.output<typeof SlackLimits>;

const PATH = 'docs/slack-limits.yaml';

/** Slack's limits by name; texts are counted in code points. Throws an `Error` that names file and field when the data does not fit. */
export function loadSlackLimits(): Readonly<Record<SlackLimitName, number>> {
  const parsed = SlackLimits.safeParse(parse(readFileSync(join(projectRoot, PATH), 'utf8')));
  if (!parsed.success) throw new Error(`${PATH}: ${parsed.error.issues[0]?.path.join('.') ?? ''}: ${parsed.error.issues[0]?.message ?? 'does not fit its schema'}`);
  return Object.fromEntries(Object.entries(parsed.data).map(([name, { value }]) => [name, value])) as Record<SlackLimitName, number>;
}
