// Drives every operation of the service's own OpenAPI document with requests that nobody would think of, and holds each answer to it.
// Usage: node fuzz.mjs http://localhost:8080 [requests] [seed]
import fc from 'fast-check';
import { BrokenAnswer, Connection } from './fuzz/connection.mjs';
import { differences, operationsOf } from './fuzz/contract.mjs';
import { requestsTo } from './fuzz/requests.mjs';

const base = process.argv[2] ?? 'http://localhost:8080';
const most = Number(process.argv[3] ?? 20_000);
const seed = Number(process.argv[4] ?? Math.floor(Math.random() * 2 ** 31));
const workers = 8;
const statuses = {};
const findings = new Map();
let sent = 0;

const document = await (await fetch(new URL('/openapi.json', base))).json();
const operations = operationsOf(document);
const queue = operations.map((operation, at) => ({ operation, share: Math.floor(most * (at + 1) / operations.length) - Math.floor(most * at / operations.length), at }));
await Promise.all(Array.from({ length: workers }, work));

const total = Object.values(statuses).reduce((sum, count) => sum + count, 0);
console.log(`fuzz: ${sent} requests over ${operations.length} operations, ${findings.size} findings (seed ${seed})`);
console.log('  ' + Object.entries(statuses).map(([status, count]) => `${status}: ${count} (${Math.round(100 * count / total)} %)`).join(', '));
for (const [key, { detail, request }] of findings) console.error(`\n${key}: ${detail}\n  ${curl(request)}`);
process.exitCode = findings.size > 0 ? 1 : 0;

async function work() {
  const connection = new Connection(base);
  for (let next; (next = queue.shift());) await fuzz(next, connection);
  connection.close();
}

/** Looks for findings until the share of the operation is spent; each is shrunk to the smallest request that shows it. */
async function fuzz({ operation, share, at }, connection) {
  const run = { left: share, shrinking: false };
  for (let again = 0; run.left > 0; again++) {
    run.shrinking = false;
    const property = fc.asyncProperty(requestsTo(operation), async request => {
      if (run.left <= 0 && !run.shrinking) return;
      for (const [kind, detail, shown] of await faults(operation, request, connection, run)) {
        if (!findings.has(`${kind}, ${operation.id}`)) {
          run.shrinking = true;
          throw Object.assign(new Error(detail), { kind, shown });
        }
      }
    });
    const found = await fc.check(property, { numRuns: share, seed: seed + at + 1000 * again });
    if (!found.failed) break;
    const { kind, shown, message, stack } = found.errorInstance;
    if (!kind) throw new Error(stack);
    findings.set(`${kind}, ${operation.id}`, { detail: message, request: shown });
  }
}

async function faults(operation, { after, ...request }, connection, run) {
  const found = [];
  const ask = async (asked, others = () => []) => {
    try {
      const answer = await connection.send(asked);
      if (!run.shrinking) {
        sent++;
        run.left--;
        statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      }
      found.push(...[...operation.faults(asked, answer), ...others(answer)].map(fault => [...fault, asked]));
      return answer;
    } catch (fault) {
      if (!(fault instanceof BrokenAnswer)) throw fault;
      found.push(['a broken answer', fault.message, asked]);
      return undefined;
    }
  };

  const answer = await ask(request);
  if (!answer) return found;
  if (after === 'HEAD or GET') {
    const isGet = request.method === 'GET';
    await ask({ ...request, method: isGet ? 'HEAD' : 'GET' }, other => isGet ? differences(answer, other) : differences(other, answer));
  } else if (after === 'If-None-Match' && answer.status === 200 && answer.headers.etag && operation.responses['304']) {
    const headers = [...request.headers.filter(([name]) => name !== 'If-None-Match'), ['If-None-Match', answer.headers.etag]];
    await ask({ ...request, headers }, again => again.status === 304 ? [] : [['an ETag that is not known again', `${again.status}`]]);
  } else if (after === 'next') {
    const [, next] = /<([^>]*)>;\s*rel="next"/.exec(answer.headers.link ?? '') ?? [];
    if (next) await ask({ ...request, target: next }, page => page.status < 400 ? [] : [['a next page that is refused', `${page.status}`]]);
  }
  return found;
}

function curl({ method, target, headers }) {
  const quoted = text => `'${text.replaceAll("'", "'\\''")}'`;
  return ['curl -ig --path-as-is', ...method === 'HEAD' ? ['-I'] : [], ...headers.map(([name, value]) => `-H ${quoted(value === '' ? `${name};` : `${name}: ${value}`)}`), quoted(base + target)].join(' ');
}
