// Asks for pages at a steady rate, whether answers come or not, as a crowd does. A process of its own, so that its work
// does not delay what it measures. Arguments: site, requests a second, seconds, a word that makes the addresses new.
import { Agent, get } from 'node:http';
import { newPage } from '../probe';

const [site = '', rate = '1', seconds = '1', word = ''] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: 512 });
const start = performance.now();
const total = Math.round(Number(rate) * Number(seconds));
const answers: [status: number | string, milliseconds: number][] = [];
let sent = 0;

function ask(): void {
  const asked = performance.now();
  let over = false;
  const end = (status: number | string) => {
    if (over) return;
    over = true;
    answers.push([status, performance.now() - asked]);
    if (answers.length === total) process.send?.(answers, () => process.exit());
  };
  const request = get(`${site}${newPage(sent)}${word}`, { agent, timeout: 30_000 }, (response) => {
    response.resume();
    response.once('end', () => end(response.statusCode ?? 0));
    response.once('error', () => end('broken off'));
  });
  request.once('timeout', () => request.destroy(new Error('no answer in time')));
  request.once('error', (error: NodeJS.ErrnoException) => end(error.code ?? error.message));
  sent += 1;
}

const timer = setInterval(() => {
  const due = Math.min(total, Math.floor(((performance.now() - start) / 1000) * Number(rate)));
  while (sent < due) ask();
  if (sent === total) clearInterval(timer);
}, 5);
