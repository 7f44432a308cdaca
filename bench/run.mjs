// All benches, one after the other: npm run bench (after npm run build).
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

for (const bench of ['ingest.mjs', 'ask.mjs', 'files.mjs', 'scale.mjs', 'slack.mjs']) {
  console.log(`== ${bench}`);
  execFileSync(process.execPath, [fileURLToPath(new URL(bench, import.meta.url))], { stdio: 'inherit' });
}
