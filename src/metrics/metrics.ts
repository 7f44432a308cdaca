import type { ChannelName, Delivery } from '../channels/channel.js';
import { familyText, type Sample } from './exposition.js';

/** Upper bounds in seconds: answers take milliseconds, a cold one over thousands of reports seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What is counted while the process runs. Holds numbers by channel, status and state, never who asked what. */
export class Metrics {
  readonly #questions = new Map<string, Sample>();
  readonly #deliveries = new Map<string, Sample>();
  readonly #within = BOUNDS.map(() => 0);
  #answers = 0;
  #seconds = 0;

  /** A question was answered or turned away, `ms` after its turn came; null where nothing was worked out. */
  answered({ channel, status, ms }: { readonly channel: ChannelName; readonly status: string; readonly ms: number | null }): void {
    add(this.#questions, { channel, status });
    if (ms === null) return;
    const seconds = Math.max(0, ms) / 1000;
    this.#answers += 1;
    this.#seconds += seconds;
    for (const [i, bound] of BOUNDS.entries()) if (seconds <= bound) this.#within[i]! += 1;
  }

  /** A reply was delivered, as far as its channel tells. */
  delivered({ channel, state }: { readonly channel: ChannelName; readonly state: Delivery['state'] }): void {
    add(this.#deliveries, { channel, state });
  }

  /** The counts in Prometheus' text format. */
  text(): string {
    const buckets: Sample[] = [...BOUNDS.map((bound, i) => ({ suffix: '_bucket', labels: { le: String(bound) }, value: this.#within[i]! })), { suffix: '_bucket', labels: { le: '+Inf' }, value: this.#answers }];
    return [
      familyText({ name: 'wenbao_questions_total', type: 'counter', help: 'Questions answered or turned away, by channel and status.', samples: [...this.#questions.values()] }),
      familyText({ name: 'wenbao_answer_seconds', type: 'histogram', help: 'From the turn of a question to its answer.', samples: [...buckets, { suffix: '_sum', labels: {}, value: this.#seconds }, { suffix: '_count', labels: {}, value: this.#answers }] }),
      familyText({ name: 'wenbao_deliveries_total', type: 'counter', help: 'Replies delivered, by channel and by what the channel tells.', samples: [...this.#deliveries.values()] }),
    ].join('');
  }
}

function add(counts: Map<string, Sample>, labels: Readonly<Record<string, string>>): void {
  const key = JSON.stringify(labels);
  counts.set(key, { labels, value: (counts.get(key)?.value ?? 0) + 1 });
}
