/** Endings of reports and of archives with reports in them; pictures and talk are left alone. */
const READABLE = /\.(?:docx?|wps|pdf|html?|txt|md|zip)$/i;

/** Whether a file that was shared may be a report, by its name. */
export function mayBeReport(name: string): boolean {
  return READABLE.test(name);
}
