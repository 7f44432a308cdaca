import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const CHILD = fileURLToPath(new URL('./zone-child.mjs', import.meta.url));
const calendarIn = (TZ: string): string => execFileSync(process.execPath, [CHILD], { env: { ...process.env, TZ }, encoding: 'utf8' });

it('the calendar is the same whatever the time zone of the machine', { timeout: 60_000 }, () => {
  const here = calendarIn('Asia/Shanghai');
  expect(here).toContain('2026-02-02 true null false');
  expect(here).toContain('2028-01-26 false 春节 true');
  expect(here).toContain('2028-04-04 false 清明 true');
  for (const zone of ['UTC', 'America/New_York', 'Pacific/Kiritimati']) expect(calendarIn(zone)).toBe(here);
});
