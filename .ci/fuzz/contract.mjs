// What an OpenAPI document says of a request and of its answer.
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const problem = 'application/problem+json';
const isJson = media => /^application\/([^;]+\+)?json$/.test(media);
const mediaOf = answer => answer.headers['content-type']?.split(';')[0].trim();

export function operationsOf(document) {
  // A member that a schema does not list is one that the service writes and the document does not know.
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false, schemas: [closed({ $id: 'document', ...document })] });
  addFormats(ajv);
  return Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).filter(([method]) => method === 'get')
    .map(([, operation]) => new Operation(path, operation, document, ajv)));
}

class Operation {
  #parameters;
  #document;
  #ajv;
  #compiled = new Map();

  constructor(path, operation, document, ajv) {
    this.path = path;
    this.id = operation.operationId;
    this.responses = operation.responses;
    this.#document = document;
    this.#ajv = ajv;
    this.#parameters = (operation.parameters ?? []).map(parameter => ({ ...parameter, schema: this.#inPlace(parameter.schema) }));
  }

  get inPath() { return this.#parameters.filter(parameter => parameter.in === 'path'); }

  get inQuery() { return this.#parameters.filter(parameter => parameter.in === 'query'); }

  get mediaTypes() { return Object.keys(this.responses['200'].content); }

  /** Why the document forbids a query; undefined where it allows it or cannot tell. */
  forbids(target) {
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
  *faults({ target }, answer) {
    const { status, body } = answer;
    const media = mediaOf(answer);
    if (status >= 500) return yield ['a failure', `${status} ${body.subarray(0, 300)}`];
    // Kestrel itself refuses a path that cannot be decoded, before any of our code, with an empty 400.
    if (status === 400 && body.length === 0 && answer.headers['content-length'] === '0' && /%00|%(?![0-9a-f]{2})/i.test(target.split('?')[0])) return;
    const forbidden = status < 400 && this.forbids(target);
    if (forbidden) yield ['accepted against the document', `${status}, and ${forbidden}`];
    const documented = this.responses[status] ?? this.responses.default;
    if (!documented) return yield ['an undocumented status', `${status}`];
    if (status >= 400 && media !== problem && !(answer.bodiless && !media)) return yield ['a problem that does not say so', `${status} as ${media}`];
    const content = documented.content ?? {};
    if (media ? !(media in content) : !answer.bodiless && Object.keys(content).length > 0) return yield ['an undocumented media type', `${status} as ${media}`];
    if (!media && body.length > 0) yield ['an undocumented body', `${status} ${body.subarray(0, 80)}`];
    if (isJson(media) && !answer.bodiless && content[media].schema) {
      yield* this.#bodyFaults(body.toString(), content[media].schema, status === 200 && /[?&]fields=/.test(target));
    }
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
      yield ['a body off its schema', this.#validator(used).errors.slice(0, 5)
        .map(error => `${error.instancePath} ${error.message} ${Object.values(error.params)[0]}`).join('; ')];
    }
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
