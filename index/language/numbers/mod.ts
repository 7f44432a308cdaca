/** The face of this room: numbers in any writing, and what each of them is. */
export type { FoldedRange, FoundNumber, NumberKind } from './found-number.js';
export { boundOf, readNumbers } from './read-numbers.js';
export { counterAt, isMoney } from './setting.js';
