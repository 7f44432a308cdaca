// A group of WeChat on wechaty's mock puppet: people write, send files, and see what the bot says and shows there.
import { FileBox } from 'file-box';
import { mock, PuppetMock } from 'wechaty-puppet-mock';

const ROOM = 'village@chatroom';
/** WeChat's own number for a text, and that by which puppets hand over files. */
const TEXT = 7;
const FILE = 0;

/** `people` by id; `bot` is what the group knows the bot as. `heard` is called with each thing that the bot says. */
export function group({ topic, people, bot, heard }) {
  const mocker = new mock.Mocker();
  const puppet = new PuppetMock({ mocker });
  const send = puppet.messageSendText.bind(puppet);
  puppet.messageSendText = async (conversation, text) => {
    heard({ text });
    return send(conversation, text);
  };
  puppet.messageSendFile = async (_conversation, file) => heard({ picture: { name: file.name, bytes: await file.toBuffer() } });
  const me = mocker.createContact({ id: 'me', name: bot });
  for (const [id, name] of Object.entries(people)) mocker.createContact({ id, name });
  mocker.createRoom({ id: ROOM, topic, memberIdList: ['me', ...Object.keys(people)] });
  let messages = 0;
  const deliver = (message) => {
    const id = `m${(messages += 1)}`;
    mocker.MessageMock.create({ id, roomId: ROOM, timestamp: Date.now(), ...message });
    return id;
  };
  return {
    account: { puppet, options: {}, structuredMentions: false, started: () => mocker.login(me) },
    say: (who, text) => void puppet.emit('message', { messageId: deliver({ type: TEXT, talkerId: who, text }) }),
    async send(who, name, bytes) {
      const id = deliver({ type: FILE, talkerId: who, text: '' });
      mocker.cacheFileBoxPayload.set(id, await FileBox.fromBase64(bytes.toString('base64'), name).toJSON());
      puppet.emit('message', { messageId: id });
    },
  };
}
