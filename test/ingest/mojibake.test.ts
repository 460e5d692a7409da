/** Spoilt text is recognised, good text never. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beforeMojibake } from '../../src/ingest/mojibake.js';
import { encode, unitNames } from './context.js';

const spoil = (text: string): string => new TextDecoder('windows-1252').decode(encode(text));

test.each(unitNames)('%s, spoilt and not', (name) => {
  expect(beforeMojibake(spoil(name))).toBe(name);
  expect(beforeMojibake(name)).toBeUndefined();
  expect(beforeMojibake(name.toUpperCase())).toBeUndefined();
});

test.each(['THÚ”', '“CHI CÔ”', 'Â©', 'Ú…', 'café', 'Ðào tạo', 'Số 12 – “Ê”', 'naïve – ‘Ô’', '5 €', ''])('«%s» is good text', (text) => expect(beforeMojibake(text)).toBeUndefined());

test('no Vietnamese text is taken for a spoilt one', () => {
  const letters = [...'aàáảãạăằắâấơớưứđeèéêếiìíoòóôốuùúyýAÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ “”‘’–—…•°±§«»0123456789.,'];
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...letters), maxLength: 30 }), (text) => beforeMojibake(text) === undefined), { numRuns: 5000 });
});
