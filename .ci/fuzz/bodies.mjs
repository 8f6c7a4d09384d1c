// Bodies that are examples of the document, changed a little and a lot.
import fc from 'fast-check';
import { hostileTexts } from './hostile.mjs';
import { textOf } from './values.mjs';

const hostile = [
  null, true, false, 0, -1, 0.1, 1e308, -1e308, 1e21, 2 ** 53, 1e-300, '', ' ', '\0', 'a\0b', '\ud800', 'x\udc00y', '\u202e', 'e\u0301', '🙂', "';--", '\u0085',
  'x'.repeat(201), 'x'.repeat(2001), 'é'.repeat(100_001), '0', '1e3', 'NaN', '2018-02-30', '2018-05-21T00:00:00Z', '0001-01-01', '9999-12-31', 'JPN', 'example',
  [], {}, [[]], [null], [{}], ['x', 'x'], Array(10_001).fill('x'), { a: { b: { c: [] } } }, nested(60), nested(300),
];
const members = ['toString', '__proto__', 'constructor', '', ' ', 'é', '\0', '$ref', 'Id', 'ID', 'revision', 'updatedAt', 'low', 'high', 'id ', 'x'.repeat(300)];

// Numbers as no program writes them, in the place of whatever stands at a mark.
const written = [
  '1e400', '-1e400', '1E+2', '0.10', '-0', '1e-400', '9'.repeat(400), '0.' + '1'.repeat(400), '79228162514264337593543950336', '1.0e0', '00', '+1', '.5', '1.', 'NaN',
  'Infinity', '0x10', "'x'", 'undefined', '"\\ud800"', '"\\udc00\\ud800"', '"\\u0000"', '"\\x"', '"\t"', '"', '//', '/**/1', '1,', ',', '[1,]', '\ufeff1',
];
const wholes = [
  '', ' ', 'null', 'true', '1', '"x"', '[]', '{}', '[{}]', '{', '}', '{}{}', '{}x', '{"a":1,}', '\ufeff{}', '\ufeff', '\0', 'id=x', '<xml/>',
  '['.repeat(100_000), '{"a":'.repeat(100_000), '"' + 'x'.repeat(1_000_001) + '"',
];
const mark = '@@mark@@';

/** A body, and why it is to be refused where its schema cannot tell: bytes that are no UTF-8, a member that is given twice. */
export function bodiesOf(operation) {
  const [{ example }] = Object.values(operation.bodies);
  const paths = pathsOf(example);
  const place = fc.constantFrom(...paths);
  const changed = fc.array(place.chain(path => changeAt(path, operation.schemaAt(path), example)), { minLength: 1, maxLength: 3 })
    .map(changes => changes.reduce((value, change) => change(value), structuredClone(example)));
  return fc.oneof(
    { weight: 30, arbitrary: fc.constant({ body: Buffer.from(JSON.stringify(example)) }) },
    { weight: 50, arbitrary: changed.map(value => ({ body: Buffer.from(JSON.stringify(value)) })) },
    { weight: 8, arbitrary: fc.tuple(place, fc.constantFrom(...written)).map(([path, text]) => asText(example, path, text)) },
    { weight: 4, arbitrary: fc.constantFrom(...paths.filter(path => typeof path.at(-1) === 'string')).map(path => twice(example, path)) },
    { weight: 4, arbitrary: fc.constantFrom(...wholes).map(text => ({ body: Buffer.from(text) })) },
    { weight: 2, arbitrary: fc.nat(JSON.stringify(example).length - 1).map(length => ({ body: Buffer.from(JSON.stringify(example)).subarray(0, length) })) },
    { weight: 2, arbitrary: fc.constantFrom('c3', 'ff', 'eda080', 'c080', 'f4908080').map(bytes => noText(example, bytes)) });
}

const changeAt = (path, schema, example) => fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...hostile, ...hostileTexts).map(value => at(path, (parent, name) => { parent[name] = structuredClone(value); })) },
  { weight: 2, arbitrary: fc.constant(at(path, (parent, name) => Array.isArray(parent) ? parent.splice(name, 1) : delete parent[name])) },
  { weight: 2, arbitrary: fc.constantFrom(...members, ...typeof path.at(-1) === 'string' ? [path.at(-1).toUpperCase(), path.at(-1).slice(1)] : [])
    .map(name => at(path, parent => Array.isArray(parent) ? parent.push(name) : Object.defineProperty(parent, name, { value: 1, enumerable: true, configurable: true, writable: true }))) },
  { weight: 1, arbitrary: fc.constant(at(path, (parent, name) => { parent[name] = [parent[name]]; })) },
  { weight: 1, arbitrary: fc.constant(at(path, (parent, name) => { if (Array.isArray(parent)) parent.push(structuredClone(parent[name])); })) },
  { weight: 1, arbitrary: fc.json({ depthSize: 'small' }).map(text => at(path, (parent, name) => { parent[name] = JSON.parse(text); })) },
  { weight: 6, arbitrary: allowed(schema, valueAt(example, path)).map(value => at(path, (parent, name) => { parent[name] = structuredClone(value); })) });

/** Values that the schema of a member allows. */
function allowed(schema, example) {
  const type = [schema?.type].flat().find(type => type !== 'null');
  if (!schema || !['string', 'integer', 'number', 'boolean'].includes(type)) return fc.constant(example);
  return textOf({ ...schema, type: type === 'number' ? 'integer' : type }).map(text => type === 'string' ? text : JSON.parse(text));
}

const valueAt = (value, path) => path.reduce((node, step) => node?.[step], value);

// What an earlier change took away is left alone.
const at = (path, change) => value => {
  const parent = valueAt(value, path.slice(0, -1));
  if (parent !== null && typeof parent === 'object') change(parent, path.at(-1));
  return value;
};

function asText(example, path, text) {
  const marked = at(path, (parent, name) => { parent[name] = mark; })(structuredClone(example));
  return { body: Buffer.from(JSON.stringify(marked).replace(`"${mark}"`, () => text)) };
}

function twice(example, path) {
  const name = JSON.stringify(path.at(-1));
  const marked = at(path, (parent, own) => { parent[own] = mark; })(structuredClone(example));
  const value = JSON.stringify(valueAt(example, path));
  return { body: Buffer.from(JSON.stringify(marked).replace(`"${mark}"`, () => `${value},${name}:${value}`)), fault: `${name} is given twice` };
}

function noText(example, bytes) {
  const [before, after] = JSON.stringify({ ...example, notes: [mark] }).split(mark);
  return { body: Buffer.concat([Buffer.from(before), Buffer.from(bytes, 'hex'), Buffer.from(after)]), fault: 'the body is not UTF-8' };
}

function pathsOf(value, path = []) {
  if (value === null || typeof value !== 'object') return [];
  return Object.keys(value).flatMap(key => {
    const own = [...path, Array.isArray(value) ? Number(key) : key];
    return [own, ...pathsOf(value[key], own)];
  });
}

function nested(depth) {
  return depth === 0 ? 1 : [nested(depth - 1)];
}
