#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { keepHeapSmall } from './heap.mjs';

keepHeapSmall();

const compiled = new URL('../dist/src/main.js', import.meta.url);
if (!existsSync(compiled)) {
  process.stderr.write('wenbao is not built yet: run `npm ci` (or `npm run build`) in the project folder.\n问报尚未编译：请在项目目录运行 npm ci（或 npm run build）。\n');
  process.exit(3);
}
await import(compiled.href);
