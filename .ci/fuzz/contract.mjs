// What an OpenAPI document says of a request and of its answer.
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { leaks } from './hostile.mjs';

const problem = 'application/problem+json';
// Those of them that only some answers have: that of a repetition, and that of whoever asks for times.
const atTimes = new Set(['Idempotency-Replayed', 'Server-Timing']);
const isJson = media => /^application\/([^;]+\+)?json$/.test(media);
const mediaOf = answer => answer.headers['content-type']?.split(';')[0].trim();

export function operationsOf(document) {
  // A member that a schema does not list is one that the service writes and the document does not know.
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false, schemas: [closed({ $id: 'document', ...document })] });
  addFormats(ajv);
  // A stream has no end to hold against anything.
  return Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods)
    .filter(([, { responses }]) => !('text/event-stream' in (responses['200']?.content ?? {})))
    .map(([method, operation]) => new Operation(method.toUpperCase(), path, operation, document, ajv)));
}

class Operation {
  #parameters;
  #document;
  #ajv;
  #compiled = new Map();

  constructor(method, path, operation, document, ajv) {
    this.method = method;
    this.path = path;
    this.id = operation.operationId;
    this.responses = operation.responses;
    this.needsKey = (operation.security ?? []).length > 0;
    this.bodies = operation.requestBody?.content;
    this.isImport = 'text/csv' in (this.bodies ?? {});
    this.#document = document;
    this.#ajv = ajv;
    this.#parameters = (operation.parameters ?? []).map(parameter => ({ ...parameter, schema: this.#inPlace(parameter.schema) }));
  }

  get inPath() { return this.#parameters.filter(parameter => parameter.in === 'path'); }

  get inQuery() { return this.#parameters.filter(parameter => parameter.in === 'query'); }

  get inHeader() { return this.#parameters.filter(parameter => parameter.in === 'header'); }

  get mediaTypes() { return Object.keys((this.responses['200'] ?? this.responses['201'] ?? {}).content ?? {}); }

  /** A member of the body as its schema has it, so that values can be drawn from it. */
  schemaAt(path) {
    return path.reduce((schema, step) => {
      const whole = schema && this.#inPlace(schema.oneOf?.[0] ?? schema);
      return typeof step === 'number' ? whole?.items : whole?.properties?.[step];
    }, Object.values(this.bodies)[0].schema);
  }

  answers(method, target) {
    const pattern = this.path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+');
    return method === this.method && new RegExp(`^${pattern}/?$`).test(target.split('?')[0]);
  }

  /** Why the document forbids a request; undefined where it allows it or cannot tell. */
  forbids({ target, headers, body, fault }) {
    return this.#forbidsQuery(target) ?? this.#forbidsHeaders(headers) ?? (this.bodies && (fault ?? this.#forbidsBody(headers, body)));
  }

  #forbidsHeaders(headers) {
    for (const { name, schema, required } of this.inHeader) {
      // A header that is empty says nothing.
      const given = headers.filter(([known, value]) => known.toLowerCase() === name.toLowerCase() && value.trim() !== '').map(([, value]) => value.trim());
      if (required && given.length === 0) return `${name} is missing`;
      const wrong = given.find(value => !this.#isValid(schema, Buffer.from(value, 'latin1').toString()));
      if (wrong !== undefined) return `${name} may not be ${JSON.stringify(wrong)}`;
    }
  }

  #forbidsBody(headers, body) {
    const media = headers.find(([name]) => name === 'Content-Type')?.[1].split(';')[0].trim().toLowerCase();
    const form = this.bodies[media];
    if (!form) return `no body is read as ${media}`;
    // A file has rows, which no schema of the document holds; one without any is an import of nothing.
    if (!isJson(media)) return undefined;
    if (!body || body.length === 0) return 'there is no body';
    try {
      const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
      return this.#isValid(form.schema, value) ? undefined : `the body breaks its schema: ${this.#broken(form.schema)}`;
    } catch (fault) {
      return `the body is no JSON: ${fault.message}`;
    }
  }

  #forbidsQuery(target) {
    const given = new Map();
    for (const pair of (target.split('?')[1] ?? '').split('&').filter(Boolean)) {
      const [, name, value] = /^([^=]*)=?(.*)$/s.exec(pair);
      given.set(plain(name), [...given.get(plain(name)) ?? [], plain(value)]);
    }
    for (const [name, texts] of given) {
      const parameter = this.inQuery.find(known => known.name === name);
      if (!parameter) return `there is no parameter '${name}'`;
      if (texts.includes(undefined)) continue;
      const isList = parameter.schema.type === 'array';
      if (texts.length > 1 && !(isList && parameter.explode !== false)) return `${name} is given ${texts.length} times`;
      const list = parameter.explode === false ? texts[0].split(',') : texts;
      const value = isList ? list.map(text => read(text, parameter.schema.items)) : read(texts[0], parameter.schema);
      if (!this.#isValid(parameter.schema, value)) return `${name} may not be ${JSON.stringify(value)}`;
    }
    const missing = this.inQuery.find(parameter => parameter.required && !given.has(parameter.name));
    return missing && `${missing.name} is missing`;
  }

  /** What is wrong with an answer, as kind and detail. */
  *faults(request, answer) {
    const { target } = request;
    const { status, body } = answer;
    const media = mediaOf(answer);
    yield* leaks(answer);
    // That the database is away is documented, but nothing here takes it away.
    if (status >= 500) return yield ['a failure', `${status} ${body.subarray(0, 300)}`];
    // Kestrel itself refuses a path that cannot be decoded, before any of our code, with an empty 400.
    if (status === 400 && body.length === 0 && answer.headers['content-length'] === '0' && /%00|%(?![0-9a-f]{2})/i.test(target.split('?')[0])) return;
    const forbidden = status < 400 && this.forbids(request);
    if (forbidden) yield ['accepted against the document', `${status}, and ${forbidden}`];
    const documented = this.responses[status] ?? this.responses.default;
    if (!documented) return yield ['an undocumented status', `${status}`];
    if (status >= 400 && media !== problem && !(answer.bodiless && !media)) return yield ['a problem that does not say so', `${status} as ${media}`];
    const content = documented.content ?? {};
    if (media ? !(media in content) : !answer.bodiless && Object.keys(content).length > 0) return yield ['an undocumented media type', `${status} as ${media}`];
    if (!media && body.length > 0) yield ['an undocumented body', `${status} ${body.subarray(0, 80)}`];
    if (isJson(media) && !answer.bodiless && content[media].schema) {
      yield* this.#bodyFaults(body.toString(), content[media].schema, status === 200 && /[?&]fields=/.test(target));
      if (status === 400) yield* unplaced(body.toString());
    }
    const missing = Object.keys(documented.headers ?? {}).filter(name => isWrite(this) && status < 300 && !atTimes.has(name) && !(name.toLowerCase() in answer.headers));
    if (missing.length > 0) yield ['a header that is documented and missing', `${status} without ${missing}`];
  }

  *#bodyFaults(text, schema, isTrimmed) {
    let value;
    try {
      value = JSON.parse(text);
    } catch (fault) {
      return yield ['a body that is no JSON', fault.message];
    }
    const used = isTrimmed ? this.#trimmed(schema) : schema;
    if (!this.#isValid(used, value)) {
      yield ['a body off its schema', this.#broken(used)];
    }
  }

  #broken(schema) {
    return this.#validator(schema).errors.slice(0, 5).map(error => `${error.instancePath} ${error.message} ${Object.values(error.params)[0]}`).join('; ');
  }

  // With `fields`, items are a subset of their schema.
  #trimmed(schema) {
    const key = `${schema.$ref} trimmed`;
    if (!this.#compiled.has(key)) {
      const page = structuredClone(this.#resolved(schema));
      const items = structuredClone(this.#resolved(page.properties.items.items));
      delete items.required;
      page.properties.items.items = items;
      this.#compiled.set(key, page);
    }
    return this.#compiled.get(key);
  }

  #resolved(schema) {
    return schema.$ref ? schema.$ref.split('/').slice(1).reduce((node, name) => node[name], this.#document) : schema;
  }

  // With the closed lists that it names, so that values can be drawn from them.
  #inPlace(schema) {
    const whole = this.#resolved(schema);
    return whole.items ? { ...whole, items: this.#resolved(whole.items) } : whole;
  }

  #isValid(schema, value) { return this.#validator(schema)(value); }

  #validator(schema) {
    if (!this.#compiled.has(schema)) {
      this.#compiled.set(schema, this.#ajv.compile(JSON.parse(JSON.stringify(closed(schema)).replaceAll('"#/components/', '"document#/components/'))));
    }
    return this.#compiled.get(schema);
  }
}

export const isWrite = operation => operation.method !== 'GET';

/** What is wrong with an answer where no operation is: a method that a path has not. */
export function* faultsOfNone({ method, target }, answer, operations) {
  const known = operations.filter(operation => operation.answers(operation.method, target)).map(operation => operation.method);
  const expected = [...new Set([...known, 'HEAD', 'OPTIONS'])].sort().join(', ');
  const told = (answer.headers.allow ?? '').split(', ').sort().join(', ');
  if (answer.status === 400 && answer.body.length === 0) return;
  if (method === 'OPTIONS' ? answer.status !== 204 : answer.status !== 405) yield ['an undocumented status', `${answer.status} to ${method}`];
  else if (told !== expected) yield ['an Allow that the document knows otherwise', `${told}, not ${expected}`];
  if (answer.status >= 400 && mediaOf(answer) !== problem) yield ['a problem that does not say so', `${answer.status} as ${mediaOf(answer)}`];
}

/** Whether a request and its answer agree on who may do what. */
export function* faultsOfAccess(operation, headers, key, { status }) {
  const sent = headers.filter(([name, value]) => /^(x-api-key|authorization)$/i.test(name) && value.trim() !== '');
  const isGood = sent.length === 1 && sent[0][0] === 'X-Api-Key' && sent[0][1] === key;
  if (isGood && (status === 401 || status === 403)) yield ['a good key that is refused', `${status}`];
  if (!isGood && status < 400 && sent.length > 0) yield ['a credential that does not hold and is taken', `${status}`];
  if (!isGood && status < 400 && operation.needsKey) yield ['a write without a key', `${status}`];
}

/** Faults that do not say what they are of: a problem's errors each name a parameter, a header or a member. */
function* unplaced(text) {
  const { errors = [] } = JSON.parse(text);
  const unplaced = errors.filter(({ parameter, header, pointer }) => [parameter, header, pointer].filter(place => place !== undefined).length !== 1);
  if (errors.length === 0 || unplaced.length > 0) yield ['a fault of no place', text.slice(0, 300)];
}

/** How an answer to HEAD differs from the one to GET. */
export function* differences(get, head) {
  const differing = ['etag', 'content-type', 'content-length', 'vary'].filter(name => get.headers[name] !== head.headers[name]);
  if (get.status !== head.status) yield ['HEAD differs from GET', `${head.status}, not ${get.status}`];
  else if (differing.length > 0) {
    yield ['HEAD differs from GET', differing.map(name => `${name}: ${head.headers[name]}, not ${get.headers[name]}`).join('; ')];
  }
}

function closed(node) {
  if (Array.isArray(node)) return node.map(closed);
  if (node === null || typeof node !== 'object') return node;
  const copy = Object.fromEntries(Object.entries(node).map(([name, value]) => [name, closed(value)]));
  const isSchema = node.type === 'object' && node.properties && !Array.isArray(node.properties);
  return isSchema ? { additionalProperties: false, ...copy } : copy;
}

// Undefined where bytes are no UTF-8.
function plain(text) {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

const read = (text, schema) => schema.type === 'integer' && /^-?\d+$/.test(text) ? Number(text)
  : schema.type === 'number' && text !== '' && Number.isFinite(Number(text)) ? Number(text)
    : schema.type === 'boolean' && /^(true|false)$/.test(text) ? text === 'true' : text;
