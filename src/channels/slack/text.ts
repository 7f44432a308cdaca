/**
 * A message's text as a person would read it aloud to the bot: control sequences of Slack
 * (https://docs.slack.dev/messaging/formatting-message-text/) replaced by what they show, mentions of people taken out, entities undone.
 */
export function readableText(text: string): string {
  return text
    .replace(/<([^<>]*)>/g, (_, inside: string) => shown(inside))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

function shown(inside: string): string {
  const [target = '', ...labels] = inside.split('|');
  const label = labels.join('|');
  // A person mentioned is not part of the question, and an id in it would read as a number.
  if (target.startsWith('@') || target.startsWith('!')) return ' ';
  if (target.startsWith('#')) return label === '' ? ' ' : `#${label}`;
  return label === '' ? target : label;
}

/** Ids of the people whom a text mentions, in order. */
export function mentionedIn(text: string): string[] {
  return [...text.matchAll(/<@([A-Z0-9]+)(?:\|[^<>]*)?>/g)].map((match) => match[1]!);
}
