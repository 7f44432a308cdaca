import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { HostPorts } from '../../../../src/channels/channel.js';
import { createWebChannel } from '../../../../src/channels/web/server.js';
import { channelPorts } from '../ports.js';

const ports = { ...channelPorts(), takeIn: () => Promise.resolve(null), health: () => [], access: { may: () => true, contact: null }, operations: {}, vitals: { health: () => Promise.resolve({ ok: true }), metrics: () => Promise.resolve('') } } as unknown as HostPorts;

describe('where the page cannot be', () => {
  it('a port that another program has is named, in both languages', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    try {
      await expect(createWebChannel({ host: '127.0.0.1', port }, ports).start(() => Promise.resolve())).rejects.toThrow(`网页不能用 127.0.0.1:${port}：端口已被别的程序占用\nthe page cannot be at 127.0.0.1:${port}: another program has the port`);
    } finally {
      await new Promise((resolve) => other.close(resolve));
    }
  });

  it('an address that this machine has not, with a login', async () => {
    const channel = createWebChannel({ host: '192.0.2.1', port: 8620 }, ports, { kind: 'proxy', header: 'x-user' });
    await expect(channel.start(() => Promise.resolve())).rejects.toThrow('this machine has no such address');
  });
});
