import { type IncomingMessage, ServerResponse } from 'node:http';

/** A response that goes nowhere: what a handler writes to it is collected. */
export class CapturedResponse extends ServerResponse {
  #chunks: Buffer[] = [];
  readonly #finished: Promise<void>;
  #finish: () => void = () => undefined;

  constructor(request: IncomingMessage) {
    super(request);
    this.#finished = new Promise((resolve) => {
      this.#finish = resolve;
    });
  }

  /** What was written, once it is all there. It is handed over: whatever of the request lives on does not keep the page. */
  async takeBody(): Promise<Buffer> {
    await this.#finished;
    const body = Buffer.concat(this.#chunks);
    this.#chunks = [];
    return body;
  }

  #collect(chunk: unknown, encoding: unknown): void {
    if (typeof chunk === 'string')
      this.#chunks.push(
        Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'),
      );
    else if (chunk instanceof Uint8Array) this.#chunks.push(Buffer.from(chunk));
  }

  /** Node sends headers that are given here without remembering them; they have to be collected like the others. */
  override writeHead(status: number, ...rest: unknown[]): this {
    const headers = rest.find((each) => typeof each === 'object' && each !== null);
    for (const [name, value] of Object.entries(headers ?? {})) this.setHeader(name, value as string);
    return super.writeHead(status);
  }

  override write(chunk: unknown, encoding?: unknown, done?: unknown): boolean {
    this.#collect(chunk, encoding);
    const callback = typeof encoding === 'function' ? encoding : done;
    if (typeof callback === 'function') process.nextTick(callback as () => void);
    return true;
  }

  override end(chunk?: unknown, encoding?: unknown, done?: unknown): this {
    if (this.writableEnded) return this;
    this.#collect(chunk, encoding);
    // The base class remembers that it is over and tells those who wait for 'finish'.
    super.end();
    this.#finish();
    this.emit('finish');
    const callback = [chunk, encoding, done].find((each) => typeof each === 'function');
    if (callback) (callback as () => void)();
    return this;
  }

  override flushHeaders(): void {
    // There is nobody to flush to.
  }

  /** Headers by lower-case name, several values joined. */
  collectedHeaders(): Record<string, string> {
    return Object.fromEntries(
      Object.entries(this.getHeaders()).map(([name, value]) => [
        name.toLowerCase(),
        Array.isArray(value) ? value.join(', ') : String(value),
      ]),
    );
  }
}
