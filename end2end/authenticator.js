// An authenticator app: codes by time (RFC 6238, SHA-1, six figures, half a minute).
import { createHmac } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const SECONDS = 30;

function bytesOf(secret) {
  const bits = [...secret.replace(/\s/g, '')].map((char) => ALPHABET.indexOf(char).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
}

function codeOf(secret, step) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', bytesOf(secret)).update(counter).digest();
  const number = mac.readUInt32BE(mac.at(-1) & 0xf) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

const now = () => Math.floor(Date.now() / 1000 / SECONDS);
/** The oldest half minute whose code is still taken when it is typed and sent within ten seconds. */
const oldest = () => Math.floor((Date.now() / 1000 + 10) / SECONDS) - 1;

/** An app that holds a secret. No code is taken twice, so it shows each once. */
export class Authenticator {
  #secret;
  #last = 0;

  constructor(secret) {
    this.#secret = secret;
  }

  /** A code that was not shown before. The register also takes the one of the half minute before and after. */
  async code() {
    const step = Math.max(this.#last + 1, oldest());
    while (step > now() + 1) await new Promise((done) => setTimeout(done, 500));
    this.#last = step;
    return codeOf(this.#secret, step);
  }
}
