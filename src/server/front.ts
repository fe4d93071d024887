import type { IncomingMessage, ServerResponse } from 'node:http';
import { Overloaded } from '@/domain/concurrency-limiter';
import { type Asked, askedBy } from './asked';
import type { EditionWatch } from './edition-watch';
import { limits } from './limits';
import { log } from './log';
import { countAnswer, countPage } from './metrics';
import { PageCache } from './page-cache';
import { type Handler, PageMaker } from './page-maker';
import { databaseAwayHeader, headersForOne } from './passed-headers';
import { Places } from './places';
import { isAllowedHost } from './reached-host';
import { type Refusal, refusals, refuse, sendOn } from './refusal';
import { headersOfEvery } from './security-headers';
import { asMeant, compressed, sendHealth, sendKept, sendMetrics } from './sending';
import type { StaticFiles } from './static-files';
import { isBuffered, isData, isMethodAllowed } from './traffic';
import { untilLeft } from './until-left';
import { WholeAnswers } from './whole-answers';
import { BodyReceiver } from './whole-request';

/** One step of an answer: true where it has answered, and no further one is taken. */
type Step = (asked: Asked) => boolean | Promise<boolean>;

/**
 * What stands before Next: health and figures, whole finished answers by edition and address, tags and compression,
 * statuses that pages ask for, a quick refusal when too much is asked for at once, and what was seen before, or a plain
 * page, for when the facts cannot be read.
 */
export class Front {
  readonly cache = new PageCache(limits.keptPages);
  readonly places = new Places();
  readonly bodies = new BodyReceiver();
  /** What is read once a process has been read; until then a balancer should send readers elsewhere. */
  warm = true;
  /** The server was asked to stop: it finishes what it has begun, and wants nothing new. */
  stopping = false;

  readonly #maker: PageMaker;
  readonly #whole: WholeAnswers;
  /** The way of every request. */
  readonly #steps: readonly Step[];

  constructor(
    private readonly handler: Handler,
    private readonly watch: () => EditionWatch,
    /** In development nothing is kept. */
    private readonly keeps: boolean,
    /** Scripts and style sheets; without them pages go as Next makes them. */
    private readonly files: StaticFiles | null = null,
  ) {
    this.#maker = new PageMaker(handler, keeps, files);
    this.#whole = new WholeAnswers(watch, keeps, this.cache, this.places, this.#maker);
    const refused = (why: (asked: Asked) => Refusal | null | false) => (asked: Asked) => {
      const refusal = why(asked);
      if (refusal) refuse(asked.response, refusal);
      return Boolean(refusal);
    };
    this.#steps = [
      refused(({ written }) => written.length > limits.address && refusals.address),
      refused(({ noAddress }) => noAddress !== null && { status: 400, reason: noAddress }),
      (asked) => this.#sentOn(asked),
      refused(({ request, path }) => keeps && !isMethodAllowed(request.method, path) && refusals.method),
      // Whoever watches a server asks it by whatever name it has for them.
      (asked) => this.#health(asked),
      refused(({ reached }) => reached === null && refusals.noHost),
      refused(({ reached }) => keeps && reached !== null && !isAllowedHost(reached) && refusals.otherHost),
      (asked) => this.#file(asked),
      (asked) => this.#keptOrMade(asked),
      (asked) => this.#passedOn(asked),
    ];
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = askedBy(request, response);
    count(asked);
    for (const [name, value] of Object.entries(headersOfEvery(asked.path, this.keeps)))
      response.setHeader(name, value);
    if (this.stopping) response.setHeader('connection', 'close');
    try {
      for (const step of this.#steps) if (await step(asked)) return;
    } catch (error) {
      if (!(error instanceof Overloaded)) throw error;
      countPage('refused');
      if (asked.traffic !== 'page' && asked.traffic !== 'form') return refuse(response, refusals.many);
      await sendKept(request, response, this.#maker.unavailable('busy', asked.path), '');
    }
  }

  #sentOn({ request, response, address, written }: Asked): boolean {
    if (address === written) return false;
    sendOn(request, response, address);
    return true;
  }

  async #health({ request, response, path }: Asked): Promise<boolean> {
    const { warm, stopping } = this;
    if (path === '/api/health' || path.startsWith('/api/health/'))
      sendHealth(response, path, { watch: this.watch(), warm, stopping });
    else if (path === '/api/metrics') await sendMetrics(request, response);
    else return false;
    return true;
  }

  async #file({ request, response, path }: Asked): Promise<boolean> {
    const file = this.files?.find(path);
    if (file) await sendKept(request, response, file);
    return Boolean(file);
  }

  /** Answers with something whole: a page, a picture, a table. */
  async #keptOrMade(asked: Asked): Promise<boolean> {
    const { request, response, path } = asked;
    if (!isBuffered(request, path) || this.#ofDevelopment(request)) return false;
    await sendKept(request, response, await this.#whole.find(asked));
    return true;
  }

  /** Sends a request on to Next, which answers by itself. */
  async #passedOn(asked: Asked): Promise<boolean> {
    const { request, response, path, traffic } = asked;
    request.headers = headersForOne(asked, this.keeps);
    asMeant(response);
    if (traffic === 'asset') {
      await (this.keeps
        ? this.places.reading.run(() => this.#handle(request, response))
        : this.handler(request, response));
      return true;
    }
    const { reachable, readable } = this.watch();
    if (!reachable()) {
      const writes = request.method === 'POST' && path !== '/mcp';
      if (traffic === 'api' && (writes || !readable())) {
        refuse(response, refusals.away);
        return true;
      }
      // A form keeps what was written in it, and says so.
      request.headers[databaseAwayHeader] = '1';
    }
    // What does not say how long it holds holds for nobody else: Next says nothing of what it sends for links. Answers for
    // programs say it by themselves.
    if (isData(path)) await compressed(request, response);
    else response.setHeader('cache-control', 'no-store');
    await this.#inItsPlace(asked);
    return true;
  }

  /** Lets Next answer where there is a place for the request, and once its body is here. */
  async #inItsPlace({ request, response, path, traffic, client }: Asked): Promise<void> {
    const { exports, programs } = this.places;
    const [limiter, who] = path.startsWith('/data/')
      ? [exports, client]
      : traffic === 'api'
        ? [programs, '']
        : [this.places.of(request), client];
    const answer = (whole: IncomingMessage) => limiter.run(() => this.#handle(whole, response), who);
    if (request.method !== 'POST') return answer(request);
    const most = path === '/api/import' ? limits.upload : limits.body;
    const refusal = await this.bodies.receive(request, most, answer);
    if (refusal === null || response.destroyed) return;
    response.setHeader('connection', 'close');
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
}

/** Counts an answer when it is over, and tells the log of what was slow or went wrong. */
function count({ request: { method }, response, path, traffic }: Asked): void {
  const start = performance.now();
  response.once('close', () => {
    const ms = performance.now() - start;
    const { statusCode: status } = response;
    countAnswer(traffic, status, ms / 1000);
    if (traffic !== 'health' && (status >= 500 || ms > limits.slow))
      log.warn({ method, path, status, ms: Math.round(ms) }, 'answered');
    else if (log.isLevelEnabled('debug')) log.debug({ method, path, status, ms }, 'answered');
  });
}
