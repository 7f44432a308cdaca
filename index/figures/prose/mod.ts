/** The face of this room: the figures that a report's sentences state. */
export { figuresInProse, plannedInProse } from './figures-in-prose.js';
export { asksForLevel, isFormerLevel, wordsOfStep } from './former-level.js';
export { figuresInSentences, type ProseContext } from './figures-in-sentences.js';
