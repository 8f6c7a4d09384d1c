// Requests that the document allows, on the edge of it, and against it.
import fc from 'fast-check';

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
  ['Range', 'bytes=0-9'], ['Range', 'bytes=9-0'], ['If-Range', '"x"'], ['If-Match', '"x"'], ['If-Match', '*'], ['If-Modified-Since', 'yesterday'],
  ['If-Modified-Since', 'Mon, 21 May 2018 00:00:00 GMT'], ['If-Unmodified-Since', 'Mon, 21 May 2018 00:00:00 GMT'], ['Cookie', 'a=b; a=c'],
  ['Origin', 'https://example.org'], ['Origin', 'null'], ['Access-Control-Request-Method', 'GET'], ['X-HTTP-Method-Override', 'DELETE'],
  ['X-Forwarded-Host', 'example.org'], ['X-Forwarded-Prefix', '/x'], ['X-Original-URL', '/nowhere'], ['traceparent', '00-x-y-zz'], ['traceparent', ''],
  ['tracestate', '\u00e9'], ['Content-Type', 'application/json'], ['Content-Length', '0'], ['TE', 'trailers'], ['Connection', 'close'],
  ['Authorization', 'Bearer x'], ['Authorization', ''], ['X-Api-Key', ''], ['Prefer', 'return=minimal'], ['X-Odd', '\u00e9\t\u00ff'], ['Max-Forwards', '0'],
];

const encode = text => encodeURIComponent(text.toWellFormed());
const anyText = fc.oneof(fc.constantFrom(...nasty), fc.string({ maxLength: 20 }), fc.string({ maxLength: 8, unit: 'binary' }));
const anyValue = fc.oneof({ weight: 8, arbitrary: anyText.map(encode) }, { weight: 1, arbitrary: fc.constantFrom(...odd) });
const seldom = (weight, arbitrary, otherwise) =>
  fc.oneof({ withCrossShrink: true }, { weight: 100 - weight, arbitrary: fc.constant(otherwise) }, { weight, arbitrary });

/** Any request to an operation, and what to ask after it. */
export function requestsTo(operation) {
  const given = operation.inQuery.map(parameter => seldom(exampleOf(parameter) ?? parameter.schema.type !== 'string' ? 14 : 2, pairsOf(parameter), []));
  const fault = fc.oneof(
    fc.tuple(fc.oneof(fc.constantFrom(...unknown), anyText, ...nearNames(operation)).map(encode), anyValue).map(pair => [pair]),
    ...operation.inQuery.length === 0 ? [] : [
      fc.tuple(fc.constantFrom(...operation.inQuery.map(parameter => parameter.name)), anyValue).map(pair => [pair]),
      fc.constantFrom(...operation.inQuery).chain(pairsOf).map(pairs => [...pairs, ...pairs]),
    ]);
  return fc.record({
    method: seldom(15, fc.constant('HEAD'), 'GET'),
    path: fc.tuple(...operation.inPath.map(parameter => seldom(15, segment, encode(exampleOf(parameter))))),
    query: fc.tuple(fc.tuple(...given), seldom(30, fc.array(fault, { minLength: 1, maxLength: 2 }), [])).map(([valid, faults]) => [...valid, ...faults].flat()),
    headers: fc.tuple(
      seldom(35, accepts(operation).map(value => [['Accept', value]]), []),
      seldom(10, fc.constantFrom(...tags).map(value => [['If-None-Match', value]]), []),
      seldom(25, fc.uniqueArray(fc.constantFrom(...headers), { minLength: 1, maxLength: 3, selector: ([name]) => name }), [])).map(parts => parts.flat()),
    after: seldom(50, fc.constantFrom('HEAD or GET', 'If-None-Match', 'next'), 'nothing'),
  }).map(({ path, query, ...request }) => ({ ...request, target: targetOf(operation, path, query) }));
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
  if (schema.type !== 'array') return textOf(schema, example).map(text => [[name, encode(text)]]);
  const list = (schema.uniqueItems ? fc.uniqueArray : fc.array)(textOf(schema.items, example), { minLength: schema.minItems ?? 0, maxLength: 3 });
  return explode === false
    ? list.map(texts => [[name, texts.map(encode).join(',')]])
    : list.map(texts => texts.map(text => [name, encode(text)]));
};

/** Texts of values that a schema allows, its bounds and its example among them. */
function textOf(schema, example) {
  const { minimum = -(2 ** 31), maximum = 2 ** 31 - 1 } = schema;
  const values = schema.enum ? fc.constantFrom(...schema.enum)
    : schema.type === 'integer' ? fc.oneof(fc.constantFrom(minimum, maximum), fc.integer({ min: minimum, max: maximum }))
      : schema.type === 'boolean' ? fc.boolean()
        : schema.pattern ? matching(schema.pattern)
          : schema.format === 'date' ? fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }).map(date => date.toISOString().slice(0, 10))
            : fc.string({ minLength: schema.minLength, maxLength: Math.min(schema.maxLength ?? 40, 40) });
  const texts = values.map(String);
  return example === undefined || schema.enum ? texts : fc.oneof({ weight: 4, arbitrary: fc.constant(example) }, { weight: 1, arbitrary: texts });
}

// fast-check makes texts of patterns without lookarounds; what those exclude is left out.
function matching(pattern) {
  const exact = new RegExp(pattern, 'u');
  return fc.stringMatching(new RegExp(pattern.replace(/\(\?<?[=!][^)]*\)/g, ''))).filter(text => exact.test(text));
}

const exampleOf = parameter => parameter.example ?? parameter.schema?.example ?? /Example: `([^`]+)`/.exec(parameter.description ?? '')?.[1];
