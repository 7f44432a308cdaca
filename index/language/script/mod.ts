export { readingOf } from './reading.js';
