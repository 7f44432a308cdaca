// Ingests files without end and says of each when it was acknowledged; the test kills it. Sources are loaded as vitest loads them, so no build is needed.
import { writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createViteServer } from 'vitest/node';

const [folder, from] = process.argv.slice(2);
const root = fileURLToPath(new URL('../../..', import.meta.url));
const server = await createViteServer({ root, configFile: false, logLevel: 'error', appType: 'custom', server: { middlewareMode: true, ws: false, watch: null }, optimizeDeps: { noDiscovery: true } });
const { openLibrary } = await server.ssrLoadModule('/index/library.ts');
const { fakeSteps } = await server.ssrLoadModule('/tests/index/store/fakes.ts');
const { numberedFile } = await server.ssrLoadModule('/tests/index/store/numbered-file.ts');

async function* files() {
  for (let n = Number(from); ; n += 1) {
    yield numberedFile(n);
    // Between files other work gets a turn, as it does when files are read from a disk.
    await new Promise(setImmediate);
  }
}
const open = await openLibrary(folder, { steps: fakeSteps });
await open.ingest(files(), ({ path, status }) => writeSync(1, `${path} ${status}\n`));
