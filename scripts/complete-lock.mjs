// Adds the platform builds that a registry mirror did not carry to package-lock.json as optional entries.
// Without them `npm ci` refuses the lock on every machine; with them it skips what it cannot install.
// Run after each `npm install` that changes the lock: node scripts/complete-lock.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const OS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const CPU = { arm: /arm(-|$)|armv7|gnueabihf|musleabihf/, arm64: /arm64/, ia32: /ia32/, x64: /x64/, ppc64: /ppc64/, riscv64: /riscv64/, s390x: /s390x/ };

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const added = [];
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`;
    if (lock.packages[key] || lock.packages[`${path}/${key}`]) continue;
    const os = OS.find((x) => name.includes(x));
    const cpu = Object.keys(CPU).find((x) => CPU[x].test(name));
    lock.packages[key] = { version: version.replace(/^[~^]/, ''), optional: true, ...(entry.dev && { dev: true }), ...(cpu && { cpu: [cpu] }), ...(os && { os: [os] }) };
    added.push(name);
  }
  delete entry.resolved;
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length ? `added ${added.join(', ')}` : 'nothing was missing');
