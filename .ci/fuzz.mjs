// Drives every operation of the service's own OpenAPI document with requests that nobody would think of, and holds each answer to it.
// Writes are made with the key in COOPERATION_KEY, of the role admin, so that this is not for a service whose data are dear.
// Usage: COOPERATION_KEY=coop_… node fuzz.mjs http://localhost:8080 [requests] [seed]
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { BrokenAnswer, Connection } from './fuzz/connection.mjs';
import { differences, faultsOfAccess, faultsOfNone, isWrite, operationsOf } from './fuzz/contract.mjs';
import { leaks } from './fuzz/hostile.mjs';
import { limits } from './fuzz/limits.mjs';
import { requestsTo } from './fuzz/requests.mjs';

const base = process.argv[2] ?? 'http://localhost:8080';
const most = Number(process.argv[3] ?? 20_000);
const seed = Number(process.argv[4] ?? Math.floor(Math.random() * 2 ** 31));
const key = process.env.COOPERATION_KEY;
if (!key) throw new Error('COOPERATION_KEY is not set: make a key with `keys create --name fuzz --role admin`.');
const workers = 8;
const statuses = {};
const findings = new Map();
let sent = 0;
let importing = Promise.resolve();
// Ctrl-C, or `timeout --signal=INT`, ends it with what it has found.
let isEnding = false;
process.once('SIGINT', () => { isEnding = true; });

const document = await (await fetch(new URL('/openapi.json', base))).json();
const operations = operationsOf(document);
const shares = operations.map((operation, at) => ({ operation, share: Math.floor(most * (at + 1) / operations.length) - Math.floor(most * at / operations.length), at }));
// What writes the same records waits for each other, so that a seed repeats it; reads come after all writes, so that what they see stands still.
const writes = new Map();
for (const one of shares.filter(({ operation }) => isWrite(operation))) {
  writes.set(resourceOf(one.operation), [...writes.get(resourceOf(one.operation)) ?? [], one]);
}
await atLimits();
await work([...writes.values()]);
await work(shares.filter(({ operation }) => !isWrite(operation)).map(one => [one]));

const total = Object.values(statuses).reduce((sum, count) => sum + count, 0);
console.log(`fuzz: ${sent} requests over ${operations.length} operations, ${findings.size} findings (seed ${seed})`);
console.log('  ' + Object.entries(statuses).map(([status, count]) => `${status}: ${count} (${Math.round(100 * count / total)} %)`).join(', '));
for (const [key, { detail, request }] of findings) console.error(`\n${key}: ${detail}\n  ${curl(request)}`);
process.exitCode = findings.size > 0 ? 1 : 0;

async function atLimits() {
  const connection = new Connection(base);
  const { example } = operations.find(({ id }) => id === 'CreateAgreement').bodies['application/json'];
  for (const [what, ...asked] of limits(base, key, example)) {
    for (const { request, statuses, told = () => true } of asked) {
      const answer = await connection.send(request).catch(fault => ({ status: fault.message, headers: {}, body: Buffer.alloc(0) }));
      sent++;
      const isRight = statuses.includes(answer.status) && told(answer.body.toString());
      for (const [kind, detail] of [...isRight ? [] : [['a limit that is another', `${answer.status}, not ${statuses}: ${answer.body.subarray(0, 200)}`]], ...leaks(answer)]) {
        findings.set(`${kind}, ${what}`, { detail, request });
      }
    }
  }
  connection.close();
}

async function work(queue) {
  await Promise.all(Array.from({ length: workers }, async () => {
    const connection = new Connection(base);
    for (let next; (next = queue.shift());) {
      for (const one of next) await fuzz(one, connection);
    }
    connection.close();
  }));
}

// What comes before a placeholder, and before the import of files of it.
function resourceOf(operation) {
  return operation.path.replace(/\/(\{.*|import$)/, '');
}

/** Looks for findings until the share of the operation is spent; each is shrunk to the smallest request that shows it. */
async function fuzz({ operation, share, at }, connection) {
  const run = { left: share, shrinking: false };
  for (let again = 0; run.left > 0 && !isEnding; again++) {
    run.shrinking = false;
    const property = fc.asyncProperty(requestsTo(operation, key), async request => {
      if ((run.left <= 0 || isEnding) && !run.shrinking) return;
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
  const ask = async (asked, others = () => [], of = operation) => {
    try {
      const answer = await (of.isImport ? inTurn(() => connection.send(asked)) : connection.send(asked));
      if (!run.shrinking) {
        sent++;
        run.left--;
        statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      }
      const isOther = !['HEAD', of.method].includes(asked.method) || (asked.method === 'HEAD' && isWrite(of));
      const known = isOther ? operations.find(known => known.answers(asked.method === 'HEAD' ? 'GET' : asked.method, asked.target)) : of;
      const told = known ? [...known.faults(asked, answer), ...faultsOfAccess(known, asked.headers, key, answer)] : faultsOfNone(asked, answer, operations);
      found.push(...[...told, ...others(answer)].map(fault => [...fault, asked]));
      return answer;
    } catch (fault) {
      if (!(fault instanceof BrokenAnswer)) throw fault;
      found.push(['a broken answer', fault.message, asked]);
      return undefined;
    }
  };

  const answer = await ask(request);
  if (!answer) return found;
  if (isWrite(operation)) {
    if (request.method === operation.method && !operation.isImport) await afterWrite(operation, request, answer, after, ask);
    return found;
  }
  if (!['HEAD', 'GET'].includes(request.method)) return found;
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

// Few imports go on at once, and one more is refused.
function inTurn(send) {
  const own = importing.then(send);
  importing = own.catch(() => {});
  return own;
}

async function afterWrite(operation, request, answer, after, ask) {
  const [create, withdraw] = ['POST', 'DELETE'].map(method => operations.find(known => known.method === method && !known.isImport && resourceOf(known) === resourceOf(operation)));
  const { example } = Object.values(create.bodies)[0];
  const place = `${resourceOf(operation)}/${example.id}`;
  const keyed = ['X-Api-Key', key];
  const without = name => request.headers.filter(([known]) => known !== name);
  const made = operation === create && answer.status === 201 && answer.headers.location.split('?')[0];
  if (made && made !== place) {
    // What is made beside the example would take the codes that are its. What ends by itself may not stand, and is not withdrawn.
    const ends = answer.headers.location.includes('?');
    await ask({ method: 'DELETE', target: made, headers: [keyed, ['If-Match', '*'], ['Change-Reason', 'It was made by chance.']] },
      gone => gone.status === 204 || (ends && gone.status === 404) ? [] : [['what was created is not withdrawn', `${gone.status}`]], withdraw);
  } else if (operation === create && answer.status === 409 && !request.headers.some(([name]) => name === 'Idempotency-Key')) {
    // What is there is taken away, so that there is something to create.
    await ask({ method: 'DELETE', target: place, headers: [keyed, ['If-Match', '*'], ['Change-Reason', 'To be created again.']] }, undefined, withdraw);
    await ask(request);
  } else if (operation !== create && [404, 410].includes(answer.status) && request.target.split('?')[0] === place) {
    // What is gone is put back, so that there is something to change.
    const body = Buffer.from(JSON.stringify(example));
    await ask({ method: 'POST', target: create.path, headers: [keyed, ['Content-Type', 'application/json']], body },
      put => [201, 409].includes(put.status) ? [] : [['an example that is refused', `${put.status} ${put.body}`]], create);
    await ask(request);
  } else if (after === 'again' && answer.status === 201) {
    const headers = [...without('Idempotency-Key'), ['Idempotency-Key', `again-${seed}-${sent}`]];
    const first = await ask({ ...request, headers });
    await ask({ ...request, headers }, again => first && again.status === first.status && again.body.equals(first.body) && (again.status >= 400 || again.headers['idempotency-replayed'] === 'true')
      || [409, 410].includes(first?.status) ? [] : [['an answer that is not given again', `${first?.status}, then ${again.status}`]]);
  } else if (after === 'read' && answer.status < 204 && !answer.bodiless && answer.headers['idempotency-replayed'] !== 'true') {
    const target = answer.headers.location ?? answer.headers['content-location'];
    await ask({ method: 'GET', target, headers: [] }, read => read.headers.etag === answer.headers.etag && read.body.equals(answer.body) ? []
      : [['a write that is read otherwise', `${read.status} ${read.headers.etag}, not ${answer.headers.etag}`]], operations.find(known => known.answers('GET', target)));
  } else if (after === 'stale' && operation.inHeader.some(({ name }) => name === 'If-Match') && answer.status < 300) {
    await ask({ ...request, headers: [...without('If-Match'), ['If-Match', '"stale"']] },
      stale => stale.status < 300 ? [['a stale write that is taken', `${stale.status}`]] : []);
  }
}

function curl({ method, target, headers, body, isChunked }) {
  const quoted = text => `'${text.replaceAll("'", "'\\''")}'`;
  const given = headers.map(([name, value]) => value === key ? '-H "X-Api-Key: $COOPERATION_KEY"' : `-H ${quoted(value === '' ? `${name};` : `${name}: ${value}`)}`);
  const isPlain = body && body.length < 3000 && !/[^ -~]/.test(body.toString('latin1'));
  const sending = !body ? [] : [...isChunked ? ["-H 'Transfer-Encoding: chunked'"] : [], `--data-binary ${isPlain ? quoted(body.toString()) : '@-'}`];
  const piped = !body || isPlain ? '' : `base64 -d <<<${gzipSync(body).toString('base64')} | gunzip | `;
  return piped + ['curl -ig --path-as-is', ...method === 'HEAD' ? ['-I'] : method === 'GET' ? [] : [`-X ${method}`], ...given, ...sending, quoted(base + target)].join(' ');
}
