/** Frames of a stack that lead to the place; the rest is the runtime's. */
const FRAMES = 6;

/**
 * What a log may say of an error: its kind, code and place in the code. Its message may hold what a person asked or what a server echoed,
 * so it stays out.
 */
export function faultFacts(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  // A message may itself have lines that look like frames.
  const stack = (error.stack ?? '').replace(error.message, '');
  const frames = stack.split('\n').filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line)).slice(0, FRAMES);
  return { error: error.name, ...('code' in error && typeof error.code === 'string' && { code: error.code }), stack: frames.map((line) => line.trim()) };
}
