// Values that a schema allows, as texts.
import fc from 'fast-check';

/** Texts of values that a schema allows, its bounds and its example among them. */
export function textOf(schema, example) {
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
