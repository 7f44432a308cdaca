import { mock, PuppetMock } from 'wechaty-puppet-mock';
import type { PuppetChoice } from './wechaty-bot.js';

/** A made-up account: it logs in by itself, and nobody writes to it but who holds `mocker`. For demonstrations. */
export function mockAccount(): PuppetChoice & { readonly mocker: InstanceType<typeof mock.Mocker> } {
  const mocker = new mock.Mocker();
  const me = mocker.createContact({ id: 'wenbao', name: '问报' });
  return { mocker, puppet: new PuppetMock({ mocker }), options: {}, structuredMentions: false, started: () => mocker.login(me) };
}
