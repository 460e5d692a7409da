/** Figures typed over by hand, found in texts that a person may have changed anywhere. */
import { describe, expect, it } from 'vitest';
import { findTypedOver } from '../../src/check/typed-over.js';

const RECEIVED = 'Trong kỳ nhận giải quyết 8.605 hồ sơ, gồm 1.378 hồ sơ kỳ trước chuyển sang và 7.227 hồ sơ mới.';
const LAW = 'Thực hiện khoản 3 Điều 9 Nghị định số 61/2018/NĐ-CP:';
const figures = (context: string, ...texts: readonly string[]) => texts.map((text) => ({ text, context }));
const received = figures(RECEIVED, '8.605', '1.378', '7.227');
const cells = ['613', '0', '613'].map((text, index) => ({ text, context: `Sở Công Thương · Cột ${index}` }));

describe('findTypedOver', () => {
  it('finds nothing in what was not changed, nor where words around the figures were', () => {
    expect(findTypedOver([...received, ...cells], [LAW, RECEIVED, '613', '0', '613'])).toEqual([]);
    expect(findTypedOver(received, ['Mở đầu năm 2021.', RECEIVED.replace('Trong kỳ', 'Trong tháng 02, Trung tâm'), 'Kết thúc: 100 hồ sơ.'])).toEqual([]);
  });

  it('names the figure, what was typed and the sentence as it stands', () => {
    const edited = RECEIVED.replace('8.605', '8.650');
    expect(findTypedOver(received, [LAW, edited])).toEqual([{ was: '8.605', now: '8.650', context: edited }]);
  });

  it('tells the right one of several alike', () => {
    const sentence = 'Chiếm 99,92% trên 8.605 hồ sơ; trong 8.605 hồ sơ có 6 hồ sơ quá hạn.';
    const edited = sentence.replace('trong 8.605', 'trong 8.065');
    expect(findTypedOver(figures(sentence, '99,92%', '8.605', '8.605', '6'), [edited])).toEqual([{ was: '8.605', now: '8.065', context: 'trong 8.065 hồ sơ có 6 hồ sơ quá hạn.' }]);
  });

  it('tells a cell of a table by its row and column', () => {
    expect(findTypedOver(cells, ['1', 'Sở Công Thương', '613', '0', '631'])).toEqual([{ was: '613', now: '631', context: 'Sở Công Thương · Cột 2' }]);
  });

  it('tells a figure that was taken out, with the sentence it stood in', () => {
    expect(findTypedOver(received, ['Trong kỳ nhận giải quyết 8.605 hồ sơ, phần lớn là hồ sơ mới.'])).toEqual([
      { was: '1.378', now: '', context: RECEIVED },
      { was: '7.227', now: '', context: RECEIVED },
    ]);
  });

  it('keeps its place through a long document', () => {
    const long = Array.from({ length: 1500 }, (_, index) => ({ text: String(index % 7), context: `Dòng ${index} · Cột` }));
    const texts = long.map(({ text }) => text);
    expect(findTypedOver(long, texts)).toEqual([]);
    expect(findTypedOver(long, texts.with(1250, '999'))).toEqual([{ was: String(1250 % 7), now: '999', context: 'Dòng 1250 · Cột' }]);
  });
});
