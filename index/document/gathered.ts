/**
 * What `partsOf` gives for each item, in one list; null gives nothing. `flatMap` fetches and stores each element by name through the runtime, so
 * that gathering the cells of a report cost it more than looking at them (docs/decisions/0020).
 */
export function gathered<T, R>(items: readonly T[], partsOf: (item: T) => readonly R[] | null): R[] {
  const all: R[] = [];
  for (const item of items) {
    const parts = partsOf(item);
    if (parts !== null) for (const part of parts) all.push(part);
  }
  return all;
}
