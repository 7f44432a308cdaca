import type { App, Receiver, ReceiverEvent } from '@slack/bolt';

/**
 * A receiver that tells Slack of what it took in once the handlers are done with it, not before they begin as Bolt does with events: what is
 * acknowledged is on the disk. What a handler throws stays unacknowledged and comes again.
 */
export function acknowledgingAfterwards(receiver: Receiver): Receiver {
  return {
    init: (app) => receiver.init(deferring(app)),
    start: (...given) => receiver.start(...given),
    stop: (...given) => receiver.stop(...given),
  };
}

/** All that a receiver uses of an app is that it takes events. */
function deferring(app: App): App {
  const processEvent = async (event: ReceiverEvent): Promise<void> => {
    let acknowledge: (() => Promise<void>) | null = null;
    await app.processEvent({
      ...event,
      ack: (response) => {
        acknowledge = () => Promise.resolve(event.ack(response));
        return Promise.resolve();
      },
    });
    await (acknowledge as (() => Promise<void>) | null)?.();
  };
  return { processEvent } as unknown as App;
}
