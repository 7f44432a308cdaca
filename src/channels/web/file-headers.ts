/** Headers of a download, its name as RFC 8187 wants it. */
export function fileHeaders(type: string, name: string): Record<string, string> {
  const encoded = encodeURIComponent(name.replace(/\p{Cs}/gu, '\uFFFD')).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return { 'Content-Type': type, 'Content-Disposition': `attachment; filename*=UTF-8''${encoded}` };
}

/** What Excel writes. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
