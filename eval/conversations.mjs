// Conversations as a form of question set.

/**
 * The questions of a set's line. A question is itself. A conversation `{"id","lang","type"?,"report"?,"turns":[{"q","by"?,"expect"},…]}` is its turns in
 * their order, each counted by itself as `ID.1`, `ID.2` …; where people speak by turns (`by`), each has a memory of its own, as in a group.
 */
export function questionsOf({ turns, ...line }) {
  if (turns === undefined) return [line];
  return turns.map(({ by, ...turn }, n) => ({ type: 'turn', ...line, ...turn, id: `${line.id}.${n + 1}`, session: by === undefined ? line.id : `${line.id} ${by}` }));
}
