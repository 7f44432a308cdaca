// What counts as right, wrong or abstained (../shared/eval/README.md). Beside what stands there: `{"status":"any","of":[…]}` for a question that
// leaves open which figure is meant: one of these values, several shown or none is right, any other value wrong.
// `{"status":"none","contains":[…]}`: a refusal that has to say what is the matter; one that does not is counted as abstained.
const SAME_UNIT = [['件', '条', '宗', '起', '份', '只', '个', '项', '件次', '条次'], ['人次', '人', '名', '位', '次'], ['次', '场', '期', '场次'], ['家', '个'], ['百分点', '个百分点'], ['篇', '条', '期', '件']];

function unitsAgree(wanted, got) {
  return wanted == null || got == null || wanted === got || SAME_UNIT.some((group) => group.includes(wanted) && group.includes(got));
}

/** `expect` as in the practice file; `answer` as `ask --json` prints it. */
export function judge(expect, answer) {
  const answered = answer.status === 'answered';
  if (expect.status === 'none') return answered ? 'wrong' : (expect.contains ?? []).every((piece) => answer.text.includes(piece)) ? 'right' : 'abstained';
  if (expect.status === 'any') return !answered || answer.value === null || expect.of.includes(Number(answer.value)) ? 'right' : 'wrong';
  if (!answered) return 'abstained';
  if (expect.near !== undefined) return Math.abs(Number(answer.value) - expect.near) <= (expect.tol ?? 0) && unitsAgree(expect.unit, answer.unit) ? 'right' : 'wrong';
  if (expect.name !== undefined) return String(answer.value ?? '').includes(expect.name) ? 'right' : 'wrong';
  if (expect.contains !== undefined) {
    const all = [answer.text, ...answer.citations.flatMap((citation) => [citation.quote, ...(citation.quotes ?? [])]), ...answer.rows.map((row) => `${row.label} ${row.value}`)].join('\n');
    const bare = all.replace(/[\s*]/g, '');
    return [expect.contains].flat().every((piece) => all.includes(piece) || bare.includes(piece.replace(/[\s*]/g, ''))) ? 'right' : 'wrong';
  }
  return Number(answer.value) === Number(expect.value) && answer.value !== null && unitsAgree(expect.unit, answer.unit) ? 'right' : 'wrong';
}
