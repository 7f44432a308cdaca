/** Words inside rich text. Unlike mrkdwn they are never read for markup, so nothing in a report can mention, link or format. */
export type SlackInline =
  | { readonly type: 'text'; readonly text: string; readonly style?: { readonly bold: true } }
  | { readonly type: 'link'; readonly url: string; readonly text: string };

/** Text that is shown as it is, emoji codes included. */
export type SlackPlainText = { readonly type: 'plain_text'; readonly text: string; readonly emoji: false };

/** A button of Block Kit. */
export interface SlackButton {
  readonly type: 'button';
  readonly text: SlackPlainText;
  readonly action_id: string;
  readonly value: string;
}

type SlackRichText = { readonly type: 'rich_text'; readonly elements: readonly { readonly type: 'rich_text_section' | 'rich_text_quote'; readonly elements: readonly SlackInline[] }[] };

/** The block types that are used, as https://docs.slack.dev/reference/block-kit/blocks/ has them. */
export type SlackBlock =
  | SlackRichText
  | { readonly type: 'context'; readonly elements: readonly (SlackPlainText | { readonly type: 'mrkdwn'; readonly text: string; readonly verbatim: true })[] }
  | { readonly type: 'actions'; readonly elements: readonly SlackButton[] }
  | { readonly type: 'header'; readonly text: SlackPlainText }
  | { readonly type: 'section'; readonly text: SlackPlainText; readonly accessory?: SlackButton }
  | { readonly type: 'table'; readonly rows: readonly (readonly ({ readonly type: 'raw_text'; readonly text: string } | SlackRichText)[])[]; readonly column_settings: readonly { readonly align: 'left' | 'right'; readonly is_wrapped: boolean }[] };

/** Text in which Slack finds no markup and no emoji. */
export function plain(text: string): SlackPlainText {
  return { type: 'plain_text', text, emoji: false };
}

/** The three characters by which Slack knows control sequences (https://docs.slack.dev/messaging/formatting-message-text/). */
export function escapeControl(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
