// Requests that the document allows, on the edge of it, and against it.
import fc from 'fast-check';
import { bodiesOf } from './bodies.mjs';
import { isWrite } from './contract.mjs';
import { filesOf } from './files.mjs';
import { hostileTexts } from './hostile.mjs';
import { textOf } from './values.mjs';

const nasty = [
  '', '0', '1', '-1', '50', '201', '1e9', '99999999999999999999', '-99999999999999999999', '0.5', '050', ' 1', 'NaN', 'null', 'true', 'JPN', 'japan',
  '392', '2018-05-21', '2018-05', '2018', '0000', '9999-12-31', '0001-01-01', '2018-02-30', '2018-05-21T00:00:00Z', '21/05/2018', 'id,id', ',', '-',
  '%', "'", "''", '"', '\\', ';--', '\0', '\u0001', '\uFFFD', 'é', 'e\u0301', '日本', '🙂', '\u202E', '\u200B', '{}', '[]', '<script>', '@asOf', '$1',
  'WyJhIiwiYiJd', 'WyI', 'Infinity', 'x'.repeat(300), '🙂'.repeat(150), 'toString', '__proto__',
];
const odd = ['%ff', '%C3', '%zz', '%', '+', '%2C', '%2F', 'a%2Fb', '%EF%BB%BF', '%ED%A0%80', '%26', '%3D', '=', 'a=b', '%25zz'];
const unknown = ['limt', 'PARTNER', 'x', '', '$where', 'partner[]', 'sort ', 'as_of', 'é', '\0', 'constructor', '_', 'callback', 'api_key'];
const refused = ['text/html', 'image/*', 'application/xml', 'application/json;q=0', '*/*;q=0', 'text/html, application/xhtml+xml'];
const malformed = ['', ',', 'json', '*', '/', 'application/', ';q=1', 'application/json;q=2', 'application/json;q=x', 'a/b;c', '"', '\u00ff', 'x/y,'.repeat(300)];
const tags = ['*', '"x"', 'W/"x"', '"a", "b"', '""', 'x', '"', 'W/', ',', '"x', '*, "x"', '"\u00ff"', '"x",'.repeat(200)];
const headers = [
  ['Accept-Encoding', 'gzip'], ['Accept-Encoding', 'br'], ['Accept-Encoding', 'gzip;q=0.5, br'], ['Accept-Encoding', 'identity;q=0'],
  ['Accept-Encoding', '*;q=0'], ['Accept-Encoding', 'nonsense'], ['Accept-Encoding', ';'], ['Accept-Language', 'ja, en;q=0.1'], ['Accept-Charset', 'x'],
  ['Range', 'bytes=0-9'], ['Range', 'bytes=9-0'], ['If-Range', '"x"'], ['If-Modified-Since', 'yesterday'],
  ['If-Modified-Since', 'Mon, 21 May 2018 00:00:00 GMT'], ['If-Unmodified-Since', 'Mon, 21 May 2018 00:00:00 GMT'], ['Cookie', 'a=b; a=c'],
  ['Origin', 'https://example.org'], ['Origin', 'null'], ['Access-Control-Request-Method', 'GET'], ['X-HTTP-Method-Override', 'DELETE'],
  ['X-Forwarded-Host', 'example.org'], ['X-Forwarded-Prefix', '/x'], ['X-Original-URL', '/nowhere'], ['traceparent', '00-x-y-zz'], ['traceparent', ''],
  ['tracestate', '\u00e9'], ['TE', 'trailers'], ['Connection', 'close'],
  ['Prefer', 'return=minimal'], ['X-Odd', '\u00e9\t\u00ff'], ['Max-Forwards', '0'],
];

const ofReads = [['Content-Type', 'application/json'], ['Content-Length', '0'], ['If-Match', '"x"'], ['If-Match', '*'], ['Idempotency-Key', 'x'], ['Change-Reason', 'x']];
const wellFormed = `coop_${'x'.repeat(48)}`;
const credentials = key => [
  [['X-Api-Key', wellFormed]], [['X-Api-Key', key.slice(0, -1)]], [['X-Api-Key', `${key}x`]], [['X-Api-Key', key.toUpperCase()]], [['X-Api-Key', '']],
  [['X-Api-Key', key], ['X-Api-Key', key]], [['X-Api-Key', `${key}, ${key}`]], [['X-Api-Key', '\u00ff'.repeat(20)]], [['X-Api-Key', 'x'.repeat(5000)]],
  [['Authorization', `Bearer ${key}`]], [['Authorization', 'Bearer x']], [['Authorization', 'Basic eDp4']], [['Authorization', '']],
  [['X-Api-Key', key], ['Authorization', 'Bearer x']], [],
];
const reasons = [
  '', ' ', 'x', 'It was wrong.', 'x'.repeat(2000), 'x'.repeat(2001), 'é', Buffer.from('Grüße 日本').toString('latin1'), '\u00ff\u00fe', 'a\tb', 'a\u007fb',
  Buffer.from('é'.repeat(2000)).toString('latin1'), Buffer.from('🙂'.repeat(1001)).toString('latin1'), Buffer.from('\u0085').toString('latin1'),
];
const names = ['', ' ', 'x', 'x'.repeat(255), 'x'.repeat(256), 'a b', 'é', '"x"', '\u007f', 'a,b', '~', '!'];
const contentTypes = [
  'application/json; charset=utf-8', 'application/json;charset="UTF-8"', 'APPLICATION/JSON', 'application/json; charset=latin1', 'application/json; charset=utf-16',
  'text/plain', 'text/json', 'application/xml', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/*', '*/*', '', ';', 'json',
  'application/json-patch+json', 'application/merge-patch+json', 'application/json, text/plain', 'application/json; charset', '\u00ff',
];
const contentEncodings = ['gzip', 'br', 'identity', 'identity, gzip', 'x', '', ';', '\u00ff'];
const wrongMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'FOO', 'PROPFIND'];

const encode = text => encodeURIComponent(text.toWellFormed());
const anyText = fc.oneof(fc.constantFrom(...nasty), fc.constantFrom(...hostileTexts), fc.string({ maxLength: 20 }), fc.string({ maxLength: 8, unit: 'binary' }));
const anyValue = fc.oneof({ weight: 8, arbitrary: anyText.map(encode) }, { weight: 1, arbitrary: fc.constantFrom(...odd) });
const seldom = (weight, arbitrary, otherwise) =>
  fc.oneof({ withCrossShrink: true }, { weight: 100 - weight, arbitrary: fc.constant(otherwise) }, { weight, arbitrary });

/** Any request to an operation, and what to ask after it. */
export const requestsTo = (operation, key) => (operation.isImport ? importsTo : isWrite(operation) ? writesTo : readsTo)(operation, key)
  .map(({ path, query, ...request }) => ({ ...request, target: targetOf(operation, path, query) }));

const readsTo = (operation, key) => fc.record({
  method: methodsOf(operation, seldom(15, fc.constant('HEAD'), 'GET')),
  path: pathOf(operation, 15),
  query: queryOf(operation, 30),
  headers: all(
    seldom(35, accepts(operation).map(value => [['Accept', value]]), []),
    seldom(10, fc.constantFrom(...tags).map(value => [['If-None-Match', value]]), []),
    fc.oneof({ weight: 90, arbitrary: fc.constant([]) }, { weight: 6, arbitrary: fc.constant([['X-Api-Key', key]]) }, { weight: 4, arbitrary: fc.constantFrom(...credentials(key)) }),
    seldom(25, fc.uniqueArray(fc.constantFrom(...headers, ...ofReads), { minLength: 1, maxLength: 3, selector: ([name]) => name }), [])),
  after: seldom(50, fc.constantFrom('HEAD or GET', 'If-None-Match', 'next'), 'nothing'),
});

const writesTo = (operation, key, isOfFile = false) => fc.tuple(
  isOfFile ? fc.constant({}) : operation.bodies ? bodiesOf(operation) : seldom(5, fc.constant({ body: Buffer.from('{}') }), {}),
  fc.record({
    method: methodsOf(operation, fc.constant(operation.method)),
    path: pathOf(operation, 4),
    query: queryOf(operation, 4),
    headers: all(
      seldom(6, fc.constantFrom(...credentials(key)), [['X-Api-Key', key]]),
      operation.bodies && !isOfFile ? seldom(5, fc.constantFrom(...contentTypes).map(value => [['Content-Type', value]]), [['Content-Type', Object.keys(operation.bodies)[0]]]) : fc.constant([]),
      isOfFile ? fc.constant([]) : seldom(2, fc.constantFrom(...contentEncodings).map(value => [['Content-Encoding', value]]), []),
      ...operation.inHeader.filter(({ name }) => name !== 'Content-Encoding').map(headerOf),
      seldom(5, accepts(operation).map(value => [['Accept', value]]), []),
      seldom(5, fc.constantFrom(...headers).map(header => [header]), [])),
    isChunked: seldom(10, fc.constant(true), false),
    after: seldom(40, fc.constantFrom('again', 'read', 'stale'), 'nothing'),
  })).map(([body, request]) => ({ ...request, ...body }));

// What reads a whole document beside files reads it as a body like any other.
const importsTo = (operation, key) => {
  const files = fc.tuple(filesOf(operation), writesTo(operation, key, true)).map(([{ body, sent, isWhole }, request]) => (
    { ...request, body, headers: [...request.headers, ...sent], query: isWhole ? request.query : dry(request.query) }));
  return !('application/json' in operation.bodies) ? files
    : fc.oneof(files, writesTo(operation, key).map(request => ({ ...request, query: dry(request.query) })));
};

const dry = query => [...query.filter(([name]) => name !== 'dryRun'), ['dryRun', 'true']];

const pathOf = (operation, faulty) => fc.tuple(...operation.inPath.map(parameter => seldom(faulty, segment, encode(exampleOf(parameter)))));

const all = (...parts) => fc.tuple(...parts).map(given => given.flat());

const methodsOf = (operation, usual) => fc.oneof({ weight: 98, arbitrary: usual }, { weight: 2, arbitrary: fc.constantFrom(...wrongMethods.filter(method => method !== operation.method)) });

function headerOf({ name, example }) {
  const value = { 'If-Match': fc.constantFrom('', ...tags), 'Idempotency-Key': fc.oneof(fc.constantFrom(...names), fc.uuid()), 'Change-Reason': fc.constantFrom(...reasons) }[name]
    ?? anyText.map(text => text.replace(/[^ -~]/g, '?'));
  return fc.oneof(
    { weight: 20, arbitrary: value.map(text => [[name, text]]) },
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: value.map(text => [[name, text], [name, text]]) },
    { weight: 100, arbitrary: fc.constant(example === undefined ? [] : [[name, example]]) });
}

function queryOf(operation, faulty) {
  const given = operation.inQuery.map(parameter => seldom(parameter.required ? 90 : exampleOf(parameter) ?? parameter.schema.type !== 'string' ? 14 : 2, pairsOf(parameter), []));
  const fault = fc.oneof(
    fc.tuple(fc.oneof(fc.constantFrom(...unknown), anyText, ...nearNames(operation)).map(encode), anyValue).map(pair => [pair]),
    ...operation.inQuery.length === 0 ? [] : [
      fc.tuple(fc.constantFrom(...operation.inQuery.map(parameter => parameter.name)), anyValue).map(pair => [pair]),
      fc.constantFrom(...operation.inQuery).chain(pairsOf).map(pairs => [...pairs, ...pairs]),
    ]);
  return fc.tuple(fc.tuple(...given), seldom(faulty, fc.array(fault, { minLength: 1, maxLength: 2 }), [])).map(([valid, faults]) => [...valid, ...faults].flat());
}

function targetOf(operation, path, query) {
  const values = Object.fromEntries(operation.inPath.map((parameter, at) => [parameter.name, path[at]]));
  const written = query.map(([name, value]) => `${name}=${value}`).join('&');
  return operation.path.replace(/\{(\w+)\}/g, (_, name) => values[name]) + (written && `?${written}`);
}

// A segment of dots alone would make another path of it.
const segment = anyValue.filter(text => text !== '' && !/^(\.|%2e)+$/i.test(text));

const nearNames = operation => operation.inQuery.length === 0 ? []
  : [fc.constantFrom(...operation.inQuery.map(parameter => parameter.name)).chain(name => fc.constantFrom(name.toUpperCase(), name.slice(1), `${name} `, `${name}[]`))];

const accepts = operation => fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...operation.mediaTypes, '*/*', 'application/problem+json, */*;q=0.1', 'text/*, */*;q=0.5') },
  { weight: 1, arbitrary: fc.constantFrom(...refused) },
  { weight: 1, arbitrary: fc.constantFrom(...malformed) });

const pairsOf = ({ name, schema, explode, ...parameter }) => {
  const example = exampleOf(parameter);
  // To wait is no fault, and yet not what is to be done all day.
  if (name === 'wait') return fc.constantFrom('0', '1').map(text => [[name, text]]);
  if (schema.type !== 'array') return textOf(schema, example).map(text => [[name, encode(text)]]);
  const list = (schema.uniqueItems ? fc.uniqueArray : fc.array)(textOf(schema.items, example), { minLength: schema.minItems ?? 0, maxLength: 3 });
  return explode === false
    ? list.map(texts => [[name, texts.map(encode).join(',')]])
    : list.map(texts => texts.map(text => [name, encode(text)]));
};

// Of a list, an item.
const exampleOf = parameter => [parameter.example ?? parameter.schema?.example ?? /Example: `([^`]+)`/.exec(parameter.description ?? '')?.[1]].flat()[0];
