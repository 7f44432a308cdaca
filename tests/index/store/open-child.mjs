// Opens each store that it is told, as soon as it is told; started twice by `open-together.test.ts`. Runs the built program.
import { openStore } from '../../../dist/index/store/store.js';

process.on('message', async (folder) => {
  try {
    const store = await openStore(folder);
    await store.close();
    process.send('opened');
  } catch (error) {
    process.send(String(error));
  }
});
process.on('disconnect', () => process.exit(0));
process.send('ready');
