import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportCitations } from '../../../../intents/mod.js';
import { exampleQuestions } from '../../../../src/channels/web/ask-page.js';
import { sourceHref } from '../../../../src/render/html.js';
import { AT } from '../../../intents/assistant-over.js';
import { samples, siteOver, type TestSite } from './site-over.js';

let site: TestSite;

beforeAll(async () => {
  site = await siteOver(samples());
});
afterAll(async () => {
  expect(site.faults).toEqual([]);
  await site.close();
});

const QUESTION = '勐来乡村为民服务站办理了多少件？';
const cookieOf = (response: Response): string => response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');

describe('asking without a script', () => {
  it('leads to the page with the question and its answer', async () => {
    const posted = await site.post('/ask', { q: QUESTION });
    expect(posted.status).toBe(303);
    expect(posted.headers.getSetCookie()[0]).toMatch(/^wenbao-session=[0-9a-f-]{36}; Path=\/; HttpOnly; SameSite=Lax$/);
    const page = load(await (await site.get('/', { cookie: cookieOf(posted) })).text());
    expect(page('.asked p').text()).toBe(QUESTION);
    expect(page('.lead .cited').text()).toBe('2091件');
    expect(`/#${page('.turn').attr('id')}`).toBe(posted.headers.get('location'));
  });

  it('goes on with the conversation of the session and of no other', async () => {
    const cookie = cookieOf(await site.post('/ask', { q: QUESTION }));
    await site.post('/ask', { q: '其中受理多少？' }, { cookie });
    const page = load(await (await site.get('/', { cookie })).text());
    expect(page('.lead .cited').toArray().map((figure) => page(figure).text())).toEqual(['2091件', '1967件']);
    expect(load(await (await site.get('/')).text())('.turn').length).toBe(0);
  });

  it('ends when the conversation is cleared', async () => {
    const cookie = cookieOf(await site.post('/ask', { q: QUESTION }));
    expect((await site.post('/clear', {}, { cookie })).status).toBe(303);
    expect(load(await (await site.get('/', { cookie })).text())('.turn').length).toBe(0);
  });

  it.each([
    ['nothing', ''],
    ['a session cookie that is none', 'wenbao-session=../../etc/passwd'],
  ])('begins a session of its own when the browser brings %s', async (_, cookie) => {
    const posted = await site.post('/ask', { q: QUESTION }, { cookie });
    expect(site.asked.at(-1)!.from.conversation).toMatch(/^[0-9a-f-]{36}$/);
    expect(cookieOf(posted)).toContain('wenbao-session=');
  });
});

describe('what is asked badly', () => {
  it.each([
    ['100,000 characters', '问'.repeat(100_000)],
    ['longer than any channel takes', '?'.repeat(200_000)],
    ['nothing', ''],
  ])('%s gets the typed refusal', async (_, q) => {
    const turn = load(await (await site.post('/ask', { q }, { 'x-wenbao-part': '1' })).text());
    expect(turn('.message').attr('class')).toContain('out_of_scope');
    expect(turn('.asked p').text().length).toBeLessThan(500);
  });

  it('a body beyond any question is not taken', async () => {
    expect((await site.post('/ask', { q: 'x'.repeat(2_000_000) })).status).toBe(413);
  });

  it('a broken form is refused', async () => {
    const response = await site.app.request('http://127.0.0.1:8620/ask', { method: 'POST', body: 'no form', headers: { host: '127.0.0.1:8620', 'content-type': 'multipart/form-data; boundary=x' } });
    expect(response.status).toBe(400);
  });

  it('markup in a question is shown as text', async () => {
    const html = await (await site.post('/ask', { q: '<script>alert(1)</script>' }, { 'x-wenbao-part': '1' })).text();
    expect(html).not.toContain('<script');
    expect(load(html)('.asked p').text()).toBe('<script>alert(1)</script>');
  });
});

describe('the reader’s language', () => {
  it.each([
    ['zh-CN', 'zh-CN', '已收录的报告'],
    ['en-GB', 'en', 'Reports held'],
  ])('%s', async (header, lang, title) => {
    const page = load(await (await site.get('/reports', { 'accept-language': header })).text());
    expect(page('html').attr('lang')).toBe(lang);
    expect(page('h1').text()).toBe(title);
  });

  it('is kept once it is chosen', async () => {
    const chosen = await site.get('/reports?lang=en', { 'accept-language': 'zh' });
    const cookie = cookieOf(chosen);
    expect(load(await (await site.get('/nowhere', { 'accept-language': 'zh', cookie })).text())('h1').text()).toBe('No such page');
  });
});

describe('examples', () => {
  it.each(['zh', 'en'] as const)('in %s are answered', async (lang) => {
    const cards = await site.desk.held.library.reports();
    const questions = exampleQuestions(lang, cards);
    expect(questions.length).toBe(4);
    for (const question of questions) expect({ question, status: (await site.desk.assistant.ask(question, { at: AT })).status }).toEqual({ question, status: 'answered' });
  });

  it('are never refused, whichever report is the one they are asked of', async () => {
    const cards = await site.desk.held.library.reports();
    const refused: string[] = [];
    for (const card of cards) for (const question of exampleQuestions('zh', [card])) if (!['answered', 'clarify'].includes((await site.desk.assistant.ask(question, { at: AT })).status)) refused.push(question);
    expect(refused).toEqual([]);
  });
});

describe('following a citation', () => {
  it.each(['勐来乡村为民服务站办理了多少件？', '柳河乡2019年接待办事群众多少人次', 'How many requests did Liuhe receive in 2020?', '柳河乡2020年有哪些问题'])('%s leads to the very words, without a script', async (question) => {
    const answer = await site.desk.ask(question);
    expect(answer.status).toBe('answered');
    for (const citation of reportCitations(answer)) {
      const [path = '', fragment] = sourceHref(citation).split('#');
      const page = load(await (await site.get(path)).text());
      expect(page('mark').toArray().map((mark) => page(mark).text()).join('')).toBe(citation.quote);
      expect(page('mark').first().attr('id')).toBe(fragment);
    }
  });
});

describe('a report’s page', () => {
  it.each(['../../etc/passwd', '..%2F..%2Fetc%2Fpasswd', '%00', 'x'.repeat(3000), '<script>', '%E0%A4%A'])('%s is not held, and the page says so', async (id) => {
    for (const path of [`/reports/${id}`, `/reports/${id}/text`]) {
      const response = await site.get(path);
      const html = await response.text();
      expect(response.status).toBe(404);
      expect(html).not.toContain('<script>');
    }
  });

  it('gives the text as a file', async () => {
    const [card] = await site.desk.held.library.reports();
    const response = await site.get(`/reports/${encodeURIComponent(card!.report)}/text`);
    expect(await response.text()).toBe((await site.desk.held.library.source(card!.report)).text);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[\w%.-]+$/);
  });

  it('gives the original byte for byte, and never to be run', async () => {
    const html = '<html><head><meta charset="gbk"></head><body><h1>甲县丙乡人民政府2020年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>全年公开信息5条。</p><script>alert(1)</script></body></html>';
    const own = await siteOver({ "it's.html": html });
    const [card] = await own.desk.held.library.reports();
    const response = await own.get(`/reports/${encodeURIComponent(card!.report)}/original`);
    expect(await response.text()).toBe(html);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''it%27s.html");
    expect(load(await (await own.get(`/reports/${encodeURIComponent(card!.report)}`)).text())('.report').text()).not.toContain('alert');
    await own.close();
  });

  it('tells what was noticed when it was read, with links to the places', async () => {
    const { library } = site.desk.held;
    const cards = await library.reports();
    const counted = await Promise.all(cards.map(async (card) => ({ card, found: (await library.diagnostics(card.report)).filter(({ span }) => span !== null) })));
    const { card, found } = counted.find((one) => one.found.length > 0)!;
    const page = load(await (await site.get(`/reports/${encodeURIComponent(card.report)}`)).text());
    const links = page('.noticed a').toArray().map((link) => page(link).attr('href')!);
    expect(links.length).toBe(found.length);
    const cited = load(await (await site.get(links[0]!.split('#')[0]!)).text());
    const { text } = await library.source(card.report);
    expect(cited('mark').text()).toBe(text.slice(found[0]!.span!.start, found[0]!.span!.end));
  });

  it.each(['0-99999999', '5-3', 'x', '"><script>'])('ignores the place %s with a notice', async (place) => {
    const [card] = await site.desk.held.library.reports();
    const page = load(await (await site.get(`/reports/${encodeURIComponent(card!.report)}?c=${encodeURIComponent(place)}`)).text());
    expect(page('mark').length).toBe(0);
    expect(page('#bad-place').attr('hidden')).toBeUndefined();
  });
});

describe('versions', () => {
  const first = '甲县乙乡人民政府2020年政府信息公开工作年度报告\n\n一、总体情况\n\n全年公开信息5条。\n';
  const second = first.replace('5条', '1500条');

  it('an older one is shown as it was and said to be replaced, a withdrawn one to be withdrawn, an unknown one not to be held', async () => {
    const own = await siteOver({ 'a.txt': first });
    const old = (await own.desk.held.library.reports())[0]!;
    const address = `/reports/${encodeURIComponent(old.report)}`;
    await own.desk.add({ 'b.txt': second });
    const at = first.indexOf('公开信息');
    const shown = load(await (await own.get(`${address}?s=${old.source.slice(0, 12)}&c=${at}-${at + 6}`)).text());
    expect(shown('mark').text()).toBe('公开信息5条');
    expect(shown('.notice').first().text()).toContain('已被新版代替');

    const unknown = load(await (await own.get(`${address}?s=0123456789ab&c=${at}-${at + 6}`)).text());
    expect(unknown('mark').length).toBe(0);
    expect(unknown('.report').text()).toContain('1500条');
    expect(unknown('.notice').first().text()).toContain('没有收录');

    expect(await (await own.get(`${address}/text?s=${old.source.slice(0, 12)}`)).text()).toBe(first);
    expect((await own.get(`${address}/text?s=0123456789ab`)).status).toBe(404);

    await own.desk.held.withdraw(old.report, '<b>数据</b>有误');
    const withdrawn = load(await (await own.get(address)).text());
    expect(withdrawn('.withdrawn').text()).toContain('原因：<b>数据</b>有误');
    await own.close();
  });
});

describe('a fault', () => {
  it('shows an id that the log holds, and nothing else', async () => {
    const own = await siteOver({}, { answer: () => Promise.reject(new Error('secret detail')) });
    const response = await own.post('/ask', { q: 'x' });
    const html = await response.text();
    expect(response.status).toBe(500);
    expect(html).not.toContain('secret');
    expect(html).toContain((own.faults[0]!.facts as { id: string }).id);
    await own.close();
  });
});
