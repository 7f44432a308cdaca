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

it('answers once what came in on a socket that dropped before it was acknowledged', async () => {
  const office = await openOffice({ mode: 'socket' });
  try {
    const event = mention('<@UWENBAO01> 勐来乡2020年村为民服务站办理了多少件？', { ts: `${Math.floor(office.now.getTime() / 1000)}.000001` });
    const { receive } = office.desk;
    let goOn = (): void => {};
    const held = new Promise<void>((resolve) => (goOn = resolve));
    // The first delivery has come in and is not written down yet: nothing is acknowledged.
    const arrived = new Promise<void>((resolve) => Object.assign(office.desk, { receive: (...given: Parameters<typeof receive>) => (resolve(), held.then(() => receive(...given))) }));
    const first = await office.edge.socket();
    void first.deliver(event, { id: 'e1' });
    await arrived;
    first.cut();
    const second = await office.edge.socket();
    const again = second.deliver(event, { id: 'e2', retry: 1 });
    goOn();
    await again;
    await office.settled();
    expect([first.acknowledged, second.acknowledged]).toEqual([[], ['e2']]);
    expect(office.posted()).toEqual([expect.stringContaining('2091')]);
  } finally {
    await office.close();
  }
});

it('loses nothing where an event was sent and the socket dropped in the same moment', async () => {
  const office = await openOffice({ mode: 'socket' });
  try {
    const event = mention('<@UWENBAO01> 勐来乡2020年村为民服务站办理了多少件？', { ts: `${Math.floor(office.now.getTime() / 1000)}.000001` });
    const first = await office.edge.socket();
    void first.deliver(event, { id: 'e1' });
    first.cut();
    await (await office.edge.socket()).deliver(event, { id: 'e2', retry: 1 });
    await office.settled();
    expect(office.posted()).toEqual([expect.stringContaining('2091')]);
  } finally {
    await office.close();
  }
});
