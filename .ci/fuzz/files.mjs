// Files to import that are examples of the document, changed a little and a lot. What is changed is imported as a dry run: all is done, and then undone.
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { hostileTexts } from './hostile.mjs';

const bytes = ['c3', 'ff', 'eda080', 'c080', 'f4908080', '00', 'efbbbf', 'fffe7b00'].map(hex => Buffer.from(hex, 'hex'));
const wholes = ['', '\n', '\r\n\r\n', '\ufeff', ',', '"', '"\n"', 'id\nx', 'null', '{', '[]', '{}\n{}', '\0'.repeat(5000), '['.repeat(100_000), '{"a":'.repeat(100_000), 'x,'.repeat(100_000), '"' + 'x'.repeat(1_000_001), '{"id":"' + 'x'.repeat(1_000_001) + '"}'];
const charsets = ['; charset=utf-8', '; charset="UTF-8"', '; charset=latin1', '; charset=utf-16', '; charset', '; header=absent', ';'];
const others = ['application/json', 'text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'text/*', '', '\u00ff'];
const encodings = ['br', 'deflate', 'identity', 'gzip, gzip', 'x', '', '\u00ff'];
const bomb = gzipSync(Buffer.alloc(30_000_000, ' '));
const lines = gzipSync(Buffer.alloc(30_000, '{}\n'));

/** The body of an import, its headers, and whether it is an example as it is. */
export function filesOf(operation) {
  const forms = Object.entries(operation.bodies).filter(([, { example }]) => typeof example === 'string');
  return fc.constantFrom(...forms).chain(([mediaType, { example }]) => {
    const file = Buffer.from(example);
    const at = fc.nat(file.length);
    const text = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ maxLength: 20, unit: 'binary' }));
    const changed = fc.oneof(
      { weight: 8, arbitrary: fc.tuple(fc.nat(100), text).map(([n, text]) => inPlaceOf(example, mediaType, n, text)) },
      { weight: 4, arbitrary: fc.tuple(at, fc.constantFrom(...bytes)).map(([at, put]) => Buffer.concat([file.subarray(0, at), put, file.subarray(at)])) },
      { weight: 3, arbitrary: at.map(length => file.subarray(0, length)) },
      { weight: 2, arbitrary: fc.tuple(at, at).map(([a, b]) => Buffer.concat([file.subarray(0, Math.min(a, b)), file.subarray(Math.max(a, b))])) },
      { weight: 2, arbitrary: fc.constantFrom(example.repeat(2), example.replace(/\r?\n/g, '\r'), example.replace(/\r?\n/g, '\n\n'), example.replaceAll(',', ';'), example.replaceAll('"', '\'')).map(text => Buffer.from(text)) },
      { weight: 1, arbitrary: fc.constantFrom(...wholes).map(text => Buffer.from(text)) },
      { weight: 1, arbitrary: fc.uint8Array({ minLength: 1, maxLength: 300 }).map(array => Buffer.from(array)) });
    const plain = [['Content-Type', mediaType]];
    const packed = [...plain, ['Content-Encoding', 'gzip']];
    return fc.oneof(
      { weight: 60, arbitrary: fc.constant({ body: file, sent: plain, isWhole: true }) },
      { weight: 180, arbitrary: changed.map(body => ({ body, sent: plain })) },
      { weight: 18, arbitrary: fc.oneof(fc.constant(file), changed).map(body => ({ body: gzipSync(body), sent: packed })) },
      { weight: 9, arbitrary: fc.nat(gzipSync(file).length - 1).map(length => ({ body: gzipSync(file).subarray(0, length), sent: packed })) },
      { weight: 6, arbitrary: changed.map(body => ({ body, sent: packed })) },
      { weight: 1, arbitrary: fc.constantFrom(bomb, lines).map(body => ({ body, sent: packed })) },
      { weight: 9, arbitrary: fc.constantFrom(...charsets).map(charset => ({ body: file, sent: [['Content-Type', mediaType + charset]] })) },
      { weight: 9, arbitrary: fc.constantFrom(...others).map(other => ({ body: file, sent: [['Content-Type', other]] })) },
      { weight: 9, arbitrary: fc.constantFrom(...encodings).map(encoding => ({ body: file, sent: [...plain, ['Content-Encoding', encoding]] })) });
  });
}

// The text in the place of a cell, or of a value.
function inPlaceOf(example, mediaType, n, text) {
  const parts = mediaType === 'text/csv' ? /("(?:[^"]|"")*"|[^,\r\n"]+)/g : /("(?:[^"\\]|\\.)*"|-?\d+)/g;
  const found = [...example.matchAll(parts)];
  const { index, 0: replaced } = found[n % found.length];
  const put = mediaType === 'text/csv' ? `"${text.replaceAll('"', '""')}"` : JSON.stringify(text);
  return Buffer.from(example.slice(0, index) + put + example.slice(index + replaced.length));
}
