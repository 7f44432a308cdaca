import { setFlagsFromString } from 'node:v8';

/**
 * How the process keeps its memory and compiles; called before anything that fills it, by the program and by what measures it. Every figure
 * is measured in docs/decisions/0020.
 */
export function keepHeapSmall() {
  // What questions leave behind may be a little more than half of what is in use before it is cleared away; V8 alone lets it become three times as much.
  setFlagsFromString('--heap-growing-percent=55');
  // Reading a report goes through some thousand functions, none of them hot: what V8 would spend on inlining them into each other is more than it wins.
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=300');
  // `map` or `some` inlined holds for one kind of list only (of objects, empty, with holes); most code meets several, and was compiled up to seven times.
  setFlagsFromString('--no-turbo-inline-array-builtins');
}
