// What has a limit, at the limit and one beyond it: what is beyond is refused as such, and what is at it is not.
import { gzipSync } from 'node:zlib';

const longestLine = 8192;
const mostHeaderBytes = 32_768;
const mostHeaders = 100;
const mostBody = 1_000_000;
const mostDepth = 32;
const mostParts = 100;

/** Requests, each with the statuses that it may be answered with. */
export function* limits(base, key, example) {
  const read = (rest, statuses) => ({ request: { method: 'GET', target: '/livez', headers: [], ...rest }, statuses });
  const target = length => `/partners/${'x'.repeat(length - 'GET /partners/ HTTP/1.1\r\n'.length)}`;
  yield ['a request line', read({ target: target(longestLine) }, [400, 404]), read({ target: target(longestLine + 1) }, [414])];

  const own = `Host: ${new URL(base).host}\r\n`.length;
  const filler = bytes => [['X-Filler', 'x'.repeat(bytes - own - 'X-Filler: \r\n'.length)]];
  yield ['the bytes of the headers', read({ headers: filler(mostHeaderBytes - 2) }, [200]), read({ headers: filler(mostHeaderBytes + 1) }, [431])];
  const several = count => Array.from({ length: count - 1 }, (_, n) => [`X-${n}`, 'x']);
  yield ['the number of headers', read({ headers: several(mostHeaders) }, [200]), read({ headers: several(mostHeaders + 1) }, [431])];

  const write = (body, statuses, headers = [], path = '/agreements') => ({
    request: { method: 'POST', target: path, headers: [['X-Api-Key', key], ...headers.length > 0 ? headers : [['Content-Type', 'application/json']]], body: Buffer.from(body) }, statuses });
  const padded = length => JSON.stringify({ ...example, id: 'not an id' }).padEnd(length, ' ');
  yield ['the bytes of a body', write(padded(mostBody), [400]), write(padded(mostBody + 1), [413])];
  const deep = depth => '['.repeat(depth) + ']'.repeat(depth);
  yield ['the depth of a body', write(deep(mostDepth), [400], [], '/agreements'), write(deep(mostDepth + 1), [400])];
  const [citation] = example.citations;
  const many = count => JSON.stringify({ ...example, id: 'not an id', citations: Array.from({ length: count }, (_, n) => ({ ...citation, asStated: `x${n}` })) });
  yield ['the items of a list', { ...write(many(mostParts), [400]), told: told => !told.includes('tooMany') }, { ...write(many(mostParts + 1), [400]), told: told => told.includes('tooMany') }];
  const text = length => JSON.stringify({ ...example, id: 'not an id', purpose: 'x'.repeat(length) });
  yield ['the length of a text', { ...write(text(2000), [400]), told: told => !told.includes('tooLong') }, { ...write(text(2001), [400]), told: told => told.includes('tooLong') }];
  const page = limit => read({ target: `/agreements?limit=${limit}` }, [limit > 200 ? 400 : 200]);
  yield ['the rows of a page', page(200), page(201)];

  // A gigabyte of one line, and a hundred megabytes of short ones; what is packed twice is packed.
  const packed = [['Content-Type', 'application/x-ndjson'], ['Content-Encoding', 'gzip']];
  const line = gzipSync(Buffer.alloc(100_000_000, 'x'));
  yield ['a gzip of a line without an end', write(line, [422], packed, '/agreements/import?dryRun=true'), write(gzipSync(line), [422], packed, '/agreements/import?dryRun=true')];
  yield ['a gzip that is a body', write(line, [415], [['Content-Type', 'application/json'], ['Content-Encoding', 'gzip']])];
}
