import { Hono } from 'hono';
import type { Vitals } from '../channel.js';

/** Where the run tells how it is. */
const HEALTH = '/healthz';
/** Where the metrics are read, in Prometheus's text format. */
export const METRICS = '/metrics';

/** Version 0.0.4 of Prometheus' text format. */
const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** `GET /healthz`: 200 or 503 with states, for everybody. `GET /metrics`: counts, for whoever may ask. Neither names anybody or anything that was asked. */
export function vitalsRoutes({ health, metrics }: Vitals): Hono {
  const routes = new Hono();
  routes.get(HEALTH, async (c) => {
    const { ok, checks } = await health();
    return c.json({ status: ok ? 'ok' : 'down', checks }, ok ? 200 : 503, { 'Cache-Control': 'no-store' });
  });
  routes.get(METRICS, async (c) => c.text(await metrics(), 200, { 'Content-Type': METRICS_TYPE, 'Cache-Control': 'no-store' }));
  return routes;
}
