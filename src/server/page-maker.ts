import type { IncomingMessage, ServerResponse } from 'node:http';
import { setting } from '@/domain/settings';
import { publicUrl } from '@/linking/public-url';
import type { Asked } from './asked';
import { CapturedResponse } from './captured-response';
import { type KeptAnswer, keptAnswer } from './kept-answer';
import { lightPage, type SentPage, withScript } from './light-page';
import type { Fresh } from './page-cache';
import { headersForAll, headersForOne } from './passed-headers';
import { pagePolicy } from './security-headers';
import { isPassing, statedEdition, statedStatus } from './stated-in-page';
import type { StaticFiles } from './static-files';
import { isPersonal } from './traffic';
import { unavailablePage, unavailableStyle } from './unavailable-page';

/** What answers by itself, as Next does. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Headers with which a client asks for less than the whole. */
const partial = [
  'if-match',
  'if-modified-since',
  'if-none-match',
  'if-range',
  'if-unmodified-since',
  'range',
];

/** Headers of a handler's answer that belong to that one exchange, and are not kept. */
const ofTheExchange = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'date',
  'etag',
  'link',
  'x-powered-by',
]);

/** The host that is in what the site says of itself, whatever it was asked for by. */
const siteHost = () => new URL(publicUrl()).host;

/** Makes whole answers: lets Next write one, and puts it in the form in which it is sent. */
export class PageMaker {
  constructor(
    private readonly handler: Handler,
    /** Pages are for everybody, and are kept; in development they are not. */
    private readonly keeps: boolean,
    /** Scripts and style sheets; without them pages go as Next makes them. */
    private readonly files: StaticFiles | null,
  ) {}

  /** A whole answer, and the edition that it may be kept for. */
  async fresh(asked: Asked): Promise<Fresh> {
    const { path } = asked;
    const personal = isPersonal(path);
    const { status: written, headers, body } = await this.#written(asked);
    const isPage = (headers['content-type'] ?? '').startsWith('text/html');
    const page = isPage ? this.#withOwnScript(body.toString('utf8')) : null;
    const html = page?.html ?? null;
    if (written >= 500 && html !== null) return { answer: this.unavailable('away', path), edition: null };
    const status = (html && statedStatus(html)) || written;
    const passing = isPassing(html);
    const keepable =
      (status === 200 || status === 404) &&
      !passing &&
      !personal &&
      !headers['set-cookie'] &&
      headers['cache-control'] !== 'no-store';
    if (page !== null) Object.assign(headers, this.#policy(path, page));
    if (personal) headers['cache-control'] = 'private, no-store';
    else if (passing || (status >= 400 && !headers['cache-control'] && html === null))
      headers['cache-control'] = 'no-store';
    else if (html !== null || headers['x-edition'])
      headers['cache-control'] = 'public, max-age=0, must-revalidate';
    const edition = statedEdition(headers, html);
    if (edition !== null) headers['x-edition'] = String(edition);
    // For nginx (deploy/nginx.conf), which has the edition in its keys: what it keeps is right for as long as it is asked for.
    if (keepable && edition !== null && setting('NGINX_FOLDER')) headers['x-accel-expires'] = '31536000';
    const sent = html === null ? body : Buffer.from(html);
    return { answer: keptAnswer(status, headers, sent), edition: keepable ? edition : null };
  }

  /** What is shown where the facts cannot be read, or too much is asked for at once. */
  unavailable(why: 'away' | 'busy', path: string): KeptAnswer {
    const page = unavailablePage(why, path.startsWith('/en'));
    return keptAnswer(
      503,
      {
        ...this.#policy(path, { scripts: [], styles: [unavailableStyle] }),
        'content-type': 'text/html; charset=utf-8',
        'retry-after': why === 'busy' ? '2' : '30',
        'cache-control': 'no-store',
      },
      Buffer.from(page),
    );
  }

  /** What the handler writes. */
  async #written(asked: Asked) {
    const { request, path } = asked;
    const captured = new CapturedResponse(request);
    const { method, headers: said } = request;
    // What is for everybody is made without a word of whoever came first.
    request.headers =
      this.keeps && !isPersonal(path) ? headersForAll(siteHost()) : headersForOne(asked, this.keeps);
    // One rendering serves every encoding, and is whole.
    request.headers['accept-encoding'] = 'identity';
    for (const name of partial) delete request.headers[name];
    // Who asks for the head alone gets that of the whole answer.
    request.method = 'GET';
    await this.handler(request, captured);
    Object.assign(request, { method, headers: said });
    const body = await captured.takeBody();
    const all = Object.entries(captured.collectedHeaders());
    const headers = Object.fromEntries(all.filter(([name]) => !ofTheExchange.has(name)));
    return { status: captured.statusCode, headers, body };
  }

  /** In development Next's own scripts stay: they reload the page when its source changes. */
  #withOwnScript(html: string): SentPage {
    const { files } = this;
    if (!files) return { html, scripts: [], styles: [] };
    return this.keeps
      ? lightPage(html, files.pageScript, (address) => files.sheet(address))
      : withScript(html, files.pageScript.address);
  }

  /** In development Next evaluates code, which no policy of ours allows. */
  #policy(path: string, { scripts, styles }: Omit<SentPage, 'html'>): Record<string, string> {
    if (!this.keeps) return {};
    const own = { scripts: [...(this.files?.inlineScripts ?? []), ...scripts], styles };
    return { 'content-security-policy': pagePolicy(path, own) };
  }
}
