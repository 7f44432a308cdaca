import { labelCues } from '../language/label-cues.js';

/**
 * True for a label that names two bodies together (县政府及县政府办公室文件) where the question names one of them alone. `text`: the folded question;
 * `label` folded.
 */
export function namesOneBody(text: string, label: string): boolean {
  for (const joint of labelCues().between) {
    for (let at = label.indexOf(joint); at > 0; at = label.indexOf(joint, at + 1)) {
      const first = bodyBefore(label.slice(0, at));
      const second = bodyAfter(label.slice(at + joint.length));
      if (first === '' || second === '') continue;
      const [shorter, longer] = first.length < second.length ? [first, second] : [second, first];
      const rest = text.replaceAll(longer, BLOT);
      const named = [rest !== text, rest.includes(shorter)];
      if (named.includes(true) && named.includes(false)) return true;
    }
  }
  return false;
}

/** Stands for a body that has been found. */
const BLOT = '_';
/** UTF-16 units of the longest name of a body, and of the shortest (局 says no more than any). */
const LONGEST = 10;
const SHORTEST = 3;

/** The body that a text ends with. */
function bodyBefore(text: string): string {
  const name = /\p{Script=Han}+$/u.exec(text)?.[0] ?? '';
  return name.length >= SHORTEST && labelCues().bodies.some((body) => name.endsWith(body)) ? name : '';
}

/** The longest body that a text begins with. */
function bodyAfter(text: string): string {
  const ends = labelCues().bodies.flatMap((body) => {
    const at = text.indexOf(body);
    return at > 0 && at + body.length <= LONGEST ? [at + body.length] : [];
  });
  return ends.length === 0 ? '' : text.slice(0, Math.max(...ends));
}
