/** Words inside rich text. Unlike mrkdwn they are never read for markup, so nothing in a report can mention, link or format. */
export type SlackInline =
  | { readonly type: 'text'; readonly text: string; readonly style?: { readonly bold: true } }
  | { readonly type: 'link'; readonly url: string; readonly text: string };

/** Text that is shown as it is, emoji codes included. */
export type SlackPlainText = { readonly type: 'plain_text'; readonly text: string; readonly emoji: false };

/** The block types that answers use, as https://docs.slack.dev/reference/block-kit/blocks/ has them. */
export type SlackBlock =
  | { readonly type: 'rich_text'; readonly elements: readonly { readonly type: 'rich_text_section' | 'rich_text_quote'; readonly elements: readonly SlackInline[] }[] }
  | { readonly type: 'context'; readonly elements: readonly (SlackPlainText | { readonly type: 'mrkdwn'; readonly text: string; readonly verbatim: true })[] }
  | { readonly type: 'actions'; readonly elements: readonly { readonly type: 'button'; readonly text: SlackPlainText; readonly action_id: string; readonly value: string }[] };

export function plain(text: string): SlackPlainText {
  return { type: 'plain_text', text, emoji: false };
}

/** The three characters by which Slack knows control sequences (https://docs.slack.dev/messaging/formatting-message-text/). */
export function escapeControl(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
