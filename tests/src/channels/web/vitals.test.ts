import { describe, expect, it } from 'vitest';
import { samples, siteOver } from './site-over.js';

const sick = { health: () => Promise.resolve({ ok: false, checks: [{ name: 'slack', state: 'down' as const }] }), metrics: () => Promise.resolve('x 1\n') };

describe('/healthz', () => {
  it('says 200 or 503 with states, to everybody, also where a login is needed', async () => {
    const well = await siteOver({}, {}, { door: { kind: 'token', token: 'a'.repeat(24) } });
    const response = await well.get('/healthz');
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok', checks: [{ name: 'store', state: 'up' }] }]);
    await well.close();
    const ill = await siteOver({}, { vitals: sick });
    const told = await ill.get('/healthz');
    expect([told.status, await told.json()]).toEqual([503, { status: 'down', checks: [{ name: 'slack', state: 'down' }] }]);
    expect(told.headers.get('cache-control')).toBe('no-store');
    await ill.close();
  });
});

describe('/metrics', () => {
  it('needs what asking needs: a login where there is one, a role', async () => {
    const token = 'a'.repeat(24);
    const locked = await siteOver({}, {}, { door: { kind: 'token', token } });
    expect((await locked.get('/metrics')).status).toBe(401);
    const scraped = await locked.get('/metrics', { authorization: `Bearer ${token}` });
    expect([scraped.status, scraped.headers.get('content-type'), await scraped.text()]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8', 'wenbao_reports 1\n']);
    await locked.close();
    const closed = await siteOver({}, { access: { may: () => false, contact: null } });
    expect((await closed.get('/metrics')).status).toBe(403);
    await closed.close();
  });
});

describe('what is logged of a fault', () => {
  it('is its kind and place with the id that the asker sees, not its words', async () => {
    const site = await siteOver(samples(), { answer: () => Promise.reject(new Error('张三问：秘密')) });
    const page = await (await site.post('/ask', { q: '张三问：秘密' })).text();
    const [fault] = site.faults;
    expect(fault).toMatchObject({ event: 'web-fault', facts: { error: 'Error', id: expect.any(String) } });
    expect(page).toContain((fault!.facts as { id: string }).id);
    expect(JSON.stringify(site.faults)).not.toMatch(/张三|秘密/);
    await site.close();
  });
});
