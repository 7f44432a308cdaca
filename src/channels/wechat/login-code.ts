import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import qrcode from 'qrcode-terminal';
import type { LoginOffers } from '../logins.js';

/** Longer than any code that a puppet gives, and short enough to be drawn. */
const LONGEST_CODE = 1000;

/**
 * The code to scan for logging in, as a file to be shown in a terminal (`cat`) and on a page of the desk: whoever sees it can take the account
 * over, so the file is readable to its owner only, the page shows it once, it is never logged, and both are gone after the login.
 */
export class LoginCode {
  readonly file: string;
  readonly #folder: string;
  readonly #logins: LoginOffers;

  constructor(folder: string, logins: LoginOffers) {
    this.#folder = folder;
    this.#logins = logins;
    this.file = join(folder, 'login-qr.txt');
  }

  /** Keeps a code to be shown; gives the path of its page. Null for what is no code that could be drawn. */
  show(code: string): string | null {
    if (code.length > LONGEST_CODE) return null;
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    qrcode.generate(code, { small: true }, (drawn) => writeFileSync(this.file, `${drawn}\n`, { mode: 0o600 }));
    return this.#logins.offer('wechat', code);
  }

  clear(): void {
    rmSync(this.file, { force: true });
    this.#logins.withdraw('wechat');
  }
}
