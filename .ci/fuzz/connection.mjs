// HTTP/1.1 byte for byte, because clients hide what is looked for here: bodies that should not be there, and lengths that do not match.
import { createConnection } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

const patience = 15_000;
const head = Buffer.from('\r\n\r\n');

export class BrokenAnswer extends Error {}

export class Connection {
  #base;
  #socket;
  #read = Buffer.alloc(0);
  #ended = true;
  #wake = () => {};

  constructor(base) {
    this.#base = new URL(base);
  }

  async send({ method, target, headers, body, isChunked }) {
    if (this.#ended) await this.#open();
    if (this.#read.length > 0) throw new BrokenAnswer(`bytes that belong to no answer: ${this.#read.subarray(0, 80)}`);
    const lines = [`${method} ${target} HTTP/1.1`, `Host: ${this.#base.host}`, ...headers.map(([name, value]) => `${name}: ${value}`)];
    if (body) lines.push(isChunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${body.length}`);
    this.#socket.write(lines.join('\r\n') + '\r\n\r\n', 'latin1');
    if (body && isChunked) this.#socket.write(chunked(body));
    else if (body) this.#socket.write(body);
    try {
      return await this.#answer(method);
    } catch (fault) {
      this.close();
      throw fault;
    }
  }

  close() {
    this.#ended = true;
    this.#socket?.destroy();
  }

  async #open() {
    this.#read = Buffer.alloc(0);
    this.#ended = false;
    const socket = this.#socket = createConnection({ host: this.#base.hostname, port: this.#base.port || 80, noDelay: true });
    const end = () => {
      if (socket === this.#socket) {
        this.#ended = true;
        this.#wake();
      }
    };
    socket.on('data', bytes => {
      this.#read = this.#read.length === 0 ? bytes : Buffer.concat([this.#read, bytes]);
      this.#wake();
    }).on('close', end).on('end', end).on('error', end);
  }

  async #answer(method) {
    await this.#until(() => this.#read.includes(head), 'no whole head');
    const text = this.#take(this.#read.indexOf(head) + head.length).toString('latin1');
    const [, status] = /^HTTP\/1\.1 (\d{3})/.exec(text) ?? (() => { throw new BrokenAnswer(`this is no answer: ${text.slice(0, 80)}`); })();
    const headers = {};
    for (const line of text.split('\r\n').slice(1).filter(Boolean)) {
      const [, name, value] = /^([^:]+):\s*(.*)$/.exec(line);
      headers[name.toLowerCase()] = name.toLowerCase() in headers ? `${headers[name.toLowerCase()]}, ${value}` : value;
    }
    const bodiless = method === 'HEAD' || status === '304' || status === '204';
    const raw = bodiless ? Buffer.alloc(0) : await this.#body(headers);
    if (this.#read.length > 0) throw new BrokenAnswer(`${this.#read.length} bytes come after the end of the answer`);
    if (headers.connection === 'close') this.close();
    return { status: Number(status), headers, body: decoded(raw, headers['content-encoding'], bodiless), bodiless };
  }

  async #body(headers) {
    if (headers['transfer-encoding'] === 'chunked') {
      const parts = [];
      for (let size = 1; size > 0;) {
        await this.#until(() => this.#read.includes('\r\n'), 'a chunk without its size');
        size = parseInt(this.#take(this.#read.indexOf('\r\n') + 2).toString(), 16);
        await this.#until(() => this.#read.length >= size + 2, 'a chunk that ends early');
        parts.push(this.#take(size + 2).subarray(0, size));
      }
      return Buffer.concat(parts);
    }
    if (!('content-length' in headers)) throw new BrokenAnswer('a body of no stated length');
    await this.#until(() => this.#read.length >= Number(headers['content-length']), 'a body shorter than its Content-Length');
    return this.#take(Number(headers['content-length']));
  }

  #take(length) {
    const taken = this.#read.subarray(0, length);
    this.#read = this.#read.subarray(length);
    return taken;
  }

  async #until(holds, otherwise) {
    const late = setTimeout(() => this.close(), patience);
    try {
      while (!holds()) {
        if (this.#ended) throw new BrokenAnswer(otherwise);
        await new Promise(resolve => { this.#wake = resolve; });
      }
    } finally {
      clearTimeout(late);
    }
  }
}

const chunked = body => Buffer.concat([
  ...body.length > 0 ? [Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n')] : [], Buffer.from('0\r\n\r\n')]);

function decoded(raw, encoding, bodiless) {
  if (!encoding || bodiless) return raw;
  try {
    return encoding === 'br' ? brotliDecompressSync(raw) : gunzipSync(raw);
  } catch (fault) {
    throw new BrokenAnswer(`a body that is no ${encoding}: ${fault.message}`);
  }
}
