import { Hono } from 'hono';
import type { DeskSurroundings } from './desk-routes.js';
import { fieldsOf } from './form-fields.js';
import { peoplePage } from './people-page.js';

/** People's own, under `/desk/people`: the reminders that they asked for, and deleting what is kept of somebody. */
export function peopleRoutes({ operations, frameOf, missing, notice }: Pick<DeskSurroundings, 'operations' | 'frameOf' | 'missing' | 'notice'>): Hono {
  const people = new Hono();

  people.get('/', async (c) => c.html(peoplePage(frameOf(c), { reminders: await operations.ownReminders(), schedule: await operations.schedule(), forgotten: null })));

  people.post('/end', async (c) => {
    const { reminder } = await fieldsOf(c, 'reminder');
    if (!/^\d{1,9}$/.test(reminder)) return notice(c, 400, 'faultTitle', 'unreadable');
    return (await operations.endOwnReminder(Number(reminder))) ? c.redirect('/desk/people', 303) : missing(c, 'noSuchReminder');
  });

  people.post('/forget', async (c) => {
    const { whom, sure } = await fieldsOf(c, 'whom', 'sure');
    if (whom === '' || sure === '') return notice(c, 400, 'faultTitle', 'forgetUnsure');
    const forgotten = { whom, ...(await operations.forget(whom)) };
    return c.html(peoplePage(frameOf(c), { reminders: await operations.ownReminders(), schedule: await operations.schedule(), forgotten }));
  });

  return people;
}
