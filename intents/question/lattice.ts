/** One way to read the characters `[start, end)` of a text. Lower cost is likelier; costs add up along a reading. */
export interface Edge<T> {
  readonly start: number;
  readonly end: number;
  readonly cost: number;
  readonly value: T;
}

/**
 * The cheapest chain of edges that covers `length` characters without gap or overlap; ties go to the chain whose last edge is longer.
 * Characters no edge starts at are skipped at `gapCost` each and appear in no edge. Linear in the number of edges.
 */
export function cheapestReading<T>(length: number, edges: Iterable<Edge<T>>, gapCost: number): Edge<T>[] {
  const byEnd: Edge<T>[][] = Array.from({ length: length + 1 }, () => []);
  for (const edge of edges) byEnd[edge.end]!.push(edge);
  const best = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY);
  const last: (Edge<T> | null)[] = Array.from({ length: length + 1 }, () => null);
  best[0] = 0;
  for (let end = 1; end <= length; end += 1) {
    best[end] = best[end - 1]! + gapCost;
    for (const edge of byEnd[end]!) {
      const cost = best[edge.start]! + edge.cost;
      const known = last[end];
      if (cost < best[end]! - 1e-9 || (Math.abs(cost - best[end]!) < 1e-9 && (known === null || known === undefined || edge.end - edge.start > known.end - known.start))) {
        best[end] = cost;
        last[end] = edge;
      }
    }
  }
  const chain: Edge<T>[] = [];
  for (let at = length; at > 0; ) {
    const edge = last[at];
    if (edge) chain.push(edge);
    at = edge ? edge.start : at - 1;
  }
  return chain.reverse();
}
