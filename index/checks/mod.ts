export { checks, findingsIn } from './checks.js';
export type { Check, CheckedPlace, Facts, Finding, Severity } from './check.js';
export { factsOf, type FactSources } from './facts.js';
export { identitiesIn, type IdentityHeld } from './identities.js';
export { cellName, ruleData } from './rules.js';
