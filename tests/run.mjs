// The test command: type-checks the tests, runs them and ends with one line `N passed, N failed`, whatever the runner printed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'wenbao-test-'));
const report = join(folder, 'report.json');
const run = (command, args) => spawnSync(process.execPath, [command, ...args], { stdio: 'inherit' }).status ?? 1;

const built = run('node_modules/typescript/bin/tsc', ['-b']);
const checked = built === 0 ? run('node_modules/typescript/bin/tsc', ['-p', 'tests']) : built;
const ran = run('node_modules/vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)]);

let passed = 0;
let failed = checked === 0 ? 0 : 1;
let skipped = 0;
try {
  const result = JSON.parse(readFileSync(report, 'utf8'));
  passed += result.numPassedTests;
  failed += result.numFailedTests;
  skipped += result.numPendingTests;
  if (ran !== 0 && result.numFailedTests === 0) failed += 1;
} catch {
  failed += 1;
}
rmSync(folder, { recursive: true, force: true });
if (checked !== 0) console.error('the type check failed: see above');
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed === 0 ? 0 : 1;
