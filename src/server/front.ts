import type { IncomingMessage, ServerResponse } from 'node:http';
import { Overloaded } from '@/domain/concurrency-limiter';
import { setting } from '@/domain/settings';
import { publicUrl } from '@/linking/public-url';
import { CapturedResponse } from './captured-response';
import { clientAddress } from './client-address';
import type { EditionWatch } from './edition-watch';
import { asOf, type KeptAnswer, keptAnswer } from './kept-answer';
import { lightPage, type SentPage, withScript } from './light-page';
import { log } from './log';
import { countAnswer, countPage, type Traffic } from './metrics';
import { normalAddress } from './normal-address';
import { type Fresh, PageCache } from './page-cache';
import {
  askPrimaryHeader,
  clientAddressHeader,
  databaseAwayHeader,
  headersForAll,
  headersForOne,
  reachedAtHeader,
} from './passed-headers';
import { Places } from './places';
import { isAllowedHost, reachedAt } from './reached-host';
import { filePolicy, isEmbeddable, pagePolicy, securityHeaders } from './security-headers';
import {
  asMeant,
  compressed,
  databaseAway,
  refusals,
  refuse,
  sendHealth,
  sendKept,
  sendMetrics,
  sendOn,
} from './sending';
import { isPassing, statedEdition, statedStatus } from './stated-in-page';
import type { StaticFiles } from './static-files';
import { isBuffered, isData, isMethodAllowed, isPersonal, trafficOf } from './traffic';
import { unavailablePage, unavailableStyle } from './unavailable-page';
import { untilLeft } from './until-left';
import { BodyReceiver } from './whole-request';

/** What is asked for, and by whom. */
interface Asked {
  address: string;
  path: string;
  traffic: Traffic;
  /** The address that counts as the client's. */
  client: string;
  /** The origin that it was asked for at. */
  reached: string;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Bytes of finished pages kept in memory. */
const capacity = 192 * 1024 * 1024;

/** Longer addresses are refused: no link of ours is that long. */
const longestAddress = 8192;

/** Bytes of a body: a form with everything that it may hold, and a file for import, of which the app takes 12 MB. */
const largestBody = 4 * 1024 * 1024;
const largestUpload = 16 * 1024 * 1024;

/** Milliseconds after which nobody waits for an answer any more. */
const longestMaking = 20_000;
/** Milliseconds from which an answer is worth a line in the log. */
const slow = 2000;

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

/**
 * What stands before Next: health and figures, whole finished answers by edition and address, tags and compression,
 * statuses that pages ask for, a quick refusal when too much is asked for at once, and what was seen before, or a plain
 * page, for when the facts cannot be read.
 */
export class Front {
  readonly cache = new PageCache(capacity);
  readonly places = new Places();
  readonly bodies = new BodyReceiver();
  /** What is read once a process has been read; until then a balancer should send readers elsewhere. */
  warm = true;
  /** The server was asked to stop: it finishes what it has begun, and wants nothing new. */
  stopping = false;

  constructor(
    private readonly handler: Handler,
    private readonly watch: () => EditionWatch,
    /** In development nothing is kept. */
    private readonly keeps: boolean,
    /** Scripts and style sheets; without them pages go as Next makes them. */
    private readonly files: StaticFiles | null = null,
  ) {}

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const start = performance.now();
    const written = request.url ?? '/';
    const found = normalAddress(written);
    const address = 'normal' in found ? found.normal : '/';
    const path = address.split('?', 1)[0] ?? '/';
    const traffic = trafficOf(request, path);
    response.once('close', () => {
      const took = performance.now() - start;
      const { method } = request;
      const { statusCode: status } = response;
      countAnswer(traffic, status, took / 1000);
      if (traffic !== 'health' && (status >= 500 || took > slow))
        log.warn({ method, path, status, ms: Math.round(took) }, 'answered');
      else if (log.isLevelEnabled('debug')) log.debug({ method, path, status, ms: took }, 'answered');
    });
    for (const [name, value] of Object.entries(securityHeaders())) response.setHeader(name, value);
    if (this.stopping) response.setHeader('connection', 'close');
    if (this.keeps) response.setHeader('content-security-policy', filePolicy);
    if (!isEmbeddable(path)) response.setHeader('x-frame-options', 'SAMEORIGIN');
    if (written.length > longestAddress)
      return refuse(response, { status: 414, reason: 'The address is too long.' });
    if (!('normal' in found)) return refuse(response, { status: 400, reason: found.reason });
    if (address !== written) return sendOn(request, response, address);
    if (this.keeps && !isMethodAllowed(request.method, path)) {
      response.setHeader('allow', 'GET, HEAD');
      return refuse(response, { status: 405, reason: 'This address is only read.' });
    }
    if (path === '/api/health' || path.startsWith('/api/health/')) {
      sendHealth(response, path, { watch: this.watch(), warm: this.warm, stopping: this.stopping });
      return;
    }
    if (path === '/api/metrics') return sendMetrics(request, response);
    const reached = reachedAt(request);
    // Whoever watches a server asks it by whatever name it has for them.
    if (reached === null)
      return refuse(response, {
        status: 400,
        reason: 'The request names no host, more than one, or no name of one.',
      });
    if (this.keeps && !isAllowedHost(reached)) {
      refuse(response, {
        status: 421,
        reason: 'This site does not answer to that host: its operator names those it has in ALLOWED_HOSTS.',
      });
      return;
    }
    const file = this.files?.find(path);
    if (file) return sendKept(request, response, file, String(request.headers['accept-encoding'] ?? ''));
    const asked: Asked = { address, path, traffic, client: clientAddress(request), reached };
    try {
      await (isBuffered(request, path) && !this.#ofDevelopment(request)
        ? this.#page(request, response, asked)
        : this.#passOn(request, response, asked));
    } catch (error) {
      if (!(error instanceof Overloaded)) throw error;
      countPage('refused');
      if (traffic === 'page' || traffic === 'form') {
        const page = this.#unavailable('busy', path);
        await sendKept(request, response, page, '');
      } else refuse(response, refusals.many);
    }
  }

  /** Sends a request on to Next, which answers by itself. */
  async #passOn(request: IncomingMessage, response: ServerResponse, asked: Asked): Promise<void> {
    const { path, traffic } = asked;
    this.#toOne(request, asked);
    asMeant(response);
    if (traffic === 'asset')
      return this.keeps
        ? this.places.reading.run(() => this.#handle(request, response))
        : this.handler(request, response);
    const { reachable, readable } = this.watch();
    if (!reachable()) {
      const writes = request.method === 'POST' && path !== '/mcp';
      if (traffic === 'api' && (writes || !readable())) return refuse(response, databaseAway);
      // A form keeps what was written in it, and says so.
      request.headers[databaseAwayHeader] = '1';
    }
    // What does not say how long it holds holds for nobody else: Next says nothing of what it sends for links. Answers for
    // programs say it by themselves.
    if (isData(path)) await compressed(request, response);
    else response.setHeader('cache-control', 'no-store');
    if (path.startsWith('/data/'))
      return this.places.exports.run(() => this.#handle(request, response), asked.client);
    const limiter = traffic === 'api' ? this.places.programs : this.places.of(request);
    const client = traffic === 'api' ? '' : asked.client;
    if (request.method !== 'POST') return limiter.run(() => this.#handle(request, response), client);
    const most = path === '/api/import' ? largestUpload : largestBody;
    const refusal = await this.bodies.receive(request, most, (whole) =>
      limiter.run(() => this.#handle(whole, response), client),
    );
    if (refusal === null || response.destroyed) return;
    response.setHeader('connection', 'close');
    if (refusal === 'coded') response.setHeader('accept-encoding', 'identity');
    refuse(response, refusals[refusal]);
  }

  /** Has Next answer, for as long as there is somebody to answer. */
  #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    return untilLeft(response, () => this.handler(request, response));
  }

  /** What Next's own scripts ask for while pages are worked on; nothing else does. */
  #ofDevelopment({ headers }: IncomingMessage): boolean {
    return !this.keeps && (headers.rsc !== undefined || headers['next-action'] !== undefined);
  }

  /** The request goes on to the app as that of one client: with the headers that it may say itself, and our own. */
  #toOne(request: IncomingMessage, { client, traffic, reached }: Asked): void {
    const own: Record<string, string> = { [clientAddressHeader]: client, [reachedAtHeader]: reached };
    if (traffic === 'form') own[askPrimaryHeader] = '1';
    const said = this.keeps ? headersForOne(request.headers) : request.headers;
    for (const name of [databaseAwayHeader, askPrimaryHeader]) delete said[name];
    request.headers = { ...said, ...own };
  }

  /** Answers with something whole: a page, a picture, a table. */
  async #page(request: IncomingMessage, response: ServerResponse, asked: Asked): Promise<void> {
    const accepted = String(request.headers['accept-encoding'] ?? '');
    const edition = this.watch().edition();
    const answer =
      this.keeps && edition !== null && !isPersonal(asked.path)
        ? await this.#kept(edition, request, asked)
        : await this.#personal(request, asked);
    await sendKept(request, response, answer, accepted);
  }

  async #personal(request: IncomingMessage, asked: Asked): Promise<KeptAnswer> {
    const { path } = asked;
    const personal = isPersonal(path);
    const { reachable, readable } = this.watch();
    if (this.keeps && !(personal ? reachable() : readable())) return this.#unavailable('away', path);
    const limiter = personal ? this.places.of(request) : this.places.reading;
    const client = limiter === this.places.writing ? asked.client : '';
    const fresh = await this.#inTime(limiter.run(() => this.#fresh(request, asked), client));
    return fresh?.answer ?? this.#unavailable('away', path);
  }

  async #kept(edition: number, request: IncomingMessage, asked: Asked): Promise<KeptAnswer> {
    const { address, path } = asked;
    const readable = this.watch().readable();
    const found = this.cache.find(edition, address);
    if (found && readable) {
      countPage('kept');
      return found;
    }
    if (readable) {
      const make = () => this.places.reading.run(() => this.#fresh(request, asked));
      const answer = await this.#inTime(this.cache.get(edition, address, make));
      if (answer && answer.status < 500) {
        countPage('made');
        return answer;
      }
      // It may be a refusal with reasons of its own, of something that was never there.
      if (answer && !this.cache.lastKnown(address)) return answer;
    }
    // The database is away: what was seen before is still true of its edition.
    countPage('away');
    const last = this.cache.lastKnown(address);
    return last ? asOf(last) : this.#unavailable('away', path);
  }

  /** What comes in time; null for what does not. It goes on being made, and keeps its place until it is. */
  async #inTime<Result>(making: Promise<Result>): Promise<Result | null> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), longestMaking);
    });
    try {
      return await Promise.race([making, late]);
    } finally {
      clearTimeout(timer);
      making.catch(() => undefined);
    }
  }

  #unavailable(why: 'away' | 'busy', path: string): KeptAnswer {
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

  async #fresh(request: IncomingMessage, asked: Asked): Promise<Fresh> {
    const { path } = asked;
    const captured = new CapturedResponse(request);
    const { method, headers: said } = request;
    // What is for everybody is made without a word of whoever came first.
    if (this.keeps && !isPersonal(path)) request.headers = headersForAll(siteHost());
    else this.#toOne(request, asked);
    // One rendering serves every encoding, and is whole.
    request.headers['accept-encoding'] = 'identity';
    for (const name of partial) delete request.headers[name];
    // Who asks for the head alone gets that of the whole answer.
    request.method = 'GET';
    await this.handler(request, captured);
    Object.assign(request, { method, headers: said });
    const body = await captured.takeBody();
    const all = captured.collectedHeaders();
    const headers = Object.fromEntries(Object.entries(all).filter(([name]) => !ofTheExchange.has(name)));
    const isPage = (headers['content-type'] ?? '').startsWith('text/html');
    const page = isPage ? this.#withOwnScript(body.toString('utf8')) : null;
    const html = page?.html ?? null;
    if (captured.statusCode >= 500 && html !== null)
      return { answer: this.#unavailable('away', path), edition: null };
    const status = (html && statedStatus(html)) || captured.statusCode;
    const passing = isPassing(html);
    const keepable =
      (status === 200 || status === 404) &&
      !passing &&
      !isPersonal(path) &&
      !headers['set-cookie'] &&
      headers['cache-control'] !== 'no-store';
    if (page !== null) Object.assign(headers, this.#policy(path, page));
    if (isPersonal(path)) headers['cache-control'] = 'private, no-store';
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
