// Draws the Block Kit of tests/fixtures/slack as pictures to look at, roughly as Slack shows it: node scripts/draw-slack.mjs FOLDER [NAME…]
// One picture for each file and width: a desktop's column and a phone. Needs Chromium and a Chinese font (Debian: chromium fonts-noto-cjk).
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const WIDTHS = { desktop: 720, phone: 375 };
const source = fileURLToPath(new URL('../tests/fixtures/slack/', import.meta.url));
const [folder, ...names] = process.argv.slice(2);
if (folder === undefined) throw new Error('name a folder for the pictures');
mkdirSync(folder, { recursive: true });

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
const inline = ({ text, style, url }) => (url === undefined ? (style?.bold ? `<b>${escaped(text)}</b>` : escaped(text)) : `<a>${escaped(text)}</a>`);
const rich = ({ elements }) => elements.map((part) => `<${part.type === 'rich_text_quote' ? 'blockquote' : 'div'}>${part.elements.map(inline).join('')}</${part.type === 'rich_text_quote' ? 'blockquote' : 'div'}>`).join('');
const said = ({ type, text }) => (type === 'mrkdwn' ? text.replace(/<[^|>]*\|([^>]*)>/g, '<a>$1</a>') : escaped(text));
const button = ({ text }) => `<span class="button">${escaped(text.text)}</span>`;
const cell = (one) => (one.type === 'raw_text' ? escaped(one.text) : rich(one));
const chosen = ({ type, options, option_groups: groups, initial_option: initial, placeholder }) =>
  type === 'static_select' ? `<span class="menu">${escaped((initial?.text ?? placeholder ?? { text: '' }).text)} ▾</span><small>${escaped((options ?? groups.flatMap((group) => group.options)).map(({ text }) => text.text).join(' / '))}</small>` : '<span class="box"></span>';

const DRAWN = {
  rich_text: rich,
  context: ({ elements }) => `<div class="context">${elements.map(said).join(' &nbsp; ')}</div>`,
  actions: ({ elements }) => `<div>${elements.map(button).join(' ')}</div>`,
  header: ({ text }) => `<h3>${escaped(text.text)}</h3>`,
  section: ({ text, accessory }) => `<div class="section"><span>${escaped(text.text)}</span>${accessory ? button(accessory) : ''}</div>`,
  table: ({ rows, column_settings: columns }) => `<div class="scroll"><table>${rows.map((row) => `<tr>${row.map((one, i) => `<td style="text-align:${columns[i].align};${columns[i].is_wrapped ? '' : 'white-space:nowrap'}">${cell(one)}</td>`).join('')}</tr>`).join('')}</table></div>`,
  input: ({ label, hint, element, optional }) => `<div><b>${escaped(label.text)}</b>${optional ? ' <i>(optional)</i>' : ''}<br>${chosen(element)}${hint ? `<br><small>${escaped(hint.text)}</small>` : ''}</div>`,
};

const STYLE = `body{font:15px/1.46 "Noto Sans CJK SC","Noto Serif CJK SC",sans-serif;margin:12px;color:#1d1c1d}body>*{margin:6px 0}blockquote{border-left:4px solid #ddd;margin:4px 0;padding-left:12px}
.context,small{font-size:13px;color:#616061}.button,.menu{display:inline-block;border:1px solid #bbb;border-radius:4px;padding:2px 10px;margin:2px 4px 2px 0;font-weight:700;font-size:14px;max-width:16em;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;vertical-align:middle;flex-shrink:0}
.section{display:flex;gap:12px;justify-content:space-between;align-items:flex-start}.scroll{overflow-x:auto}table{border-collapse:collapse}td{border:1px solid #ddd;padding:4px 8px}.box{display:block;border:1px solid #999;height:60px;margin:4px 0}a{color:#1264a3}h3{font-size:18px;margin:14px 0 4px}h4{background:#eee;margin:14px 0 4px;padding:2px 6px;font:12px monospace}`;

function page(name) {
  const { blocks, title, submit, close } = JSON.parse(readFileSync(join(source, name), 'utf8'));
  return `${title ? `<h3>${escaped(title.text)}</h3>` : ''}${blocks.map((block) => `<div>${DRAWN[block.type](block)}</div>`).join('')}${submit ? `<div>${button({ text: close })}${button({ text: submit })}</div>` : ''}`;
}

const files = readdirSync(source).filter((name) => name.endsWith('.json') && (names.length === 0 || names.includes(name.replace('.json', ''))));
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
try {
  for (const [kind, width] of Object.entries(WIDTHS)) {
    const sheet = await browser.newPage({ viewport: { width, height: 100 } });
    await sheet.setContent(`<meta charset="utf-8"><style>${STYLE}</style>${files.map((name) => `<h4>${name}</h4>${page(name)}`).join('')}`);
    await sheet.screenshot({ path: join(folder, `${kind}.png`), fullPage: true });
  }
} finally {
  await browser.close();
}
