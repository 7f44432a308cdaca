export const MORNINGS: readonly Date[];
export const AFTERWARDS: Date;
export const book: { readonly owing: readonly { readonly id: string }[] };
export const silent: { info(): void; warn(): void; error(): void };
export function deliveredIn(file: string): string[];
export function writingChannel(file: string, tells: boolean, point?: () => void): unknown;
