import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import qrcode from 'qrcode-terminal';

/**
 * The code to scan for logging in, as a file to be shown in a terminal (`cat`): whoever sees it can take the account over, so it is readable
 * to its owner only, is never logged, and is gone after the login.
 */
export class LoginCode {
  readonly file: string;
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.file = join(folder, 'login-qr.txt');
  }

  show(code: string): void {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    qrcode.generate(code, { small: true }, (drawn) => writeFileSync(this.file, `${drawn}\n`, { mode: 0o600 }));
  }

  clear(): void {
    rmSync(this.file, { force: true });
  }
}
