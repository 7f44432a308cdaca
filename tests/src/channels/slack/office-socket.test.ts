import { expect, it } from 'vitest';
import { mention } from './events.js';
import { openOffice } from './office.js';

it('answers once what comes again on a new socket after one dropped in the middle', async () => {
  const office = await openOffice({ mode: 'socket' });
  const asking = (text: string, n: number): Record<string, unknown> => mention(`<@UWENBAO01> ${text}`, { ts: `${Math.floor(office.now.getTime() / 1000)}.${String(n).padStart(6, '0')}` });
  try {
    const event = asking('勐来乡2020年村为民服务站办理了多少件？', 1);
    const first = await office.edge.socket();
    void first.deliver(event, { id: 'e1' });
    await office.edge.nextCall('chat.postMessage');
    first.cut();
    const second = await office.edge.socket();
    await second.deliver(event, { id: 'e2', retry: 1 });
    await second.deliver(asking('青石镇2021年新收申请多少件？', 2), { id: 'e3' });
    await office.settled();
    expect(office.posted()).toHaveLength(2);
  } finally {
    await office.close();
  }
});
