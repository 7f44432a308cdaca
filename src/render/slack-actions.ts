/** Begins the action id of a button that asks its value as a question. */
export const ASK_ACTION = 'ask:';

/** Action ids of the buttons that say what somebody thinks of an answer; their value is its id. */
export const FEEDBACK_ACTIONS = { helpful: 'feedback:helpful', unhelpful: 'feedback:unhelpful' } as const;

/** Action ids of what can be done with a file that was shared; their value is Slack's id of it and its name, parted by a blank. */
export const FILE_ACTIONS = { take: 'file:take', check: 'file:check' } as const;

/** Begins the action id of a button that takes a workbook along; its value is which and the year, parted by a blank. */
export const WORKBOOK_ACTION = 'workbook:';

/** Begins the action id of a button that chooses a language; its value is `zh`, `en` or `follow`. */
export const LANGUAGE_ACTION = 'language:';
