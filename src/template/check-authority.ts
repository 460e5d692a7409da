/** Ô 7a line by line: who signs in whose name (Nghị định 30/2020/NĐ-CP, Điều 13; Phụ lục I, II.7). Its own file because each prefix says what must stand under it. */

const COLLECTIVE = /^(ỦY BAN|UBND|HỘI ĐỒNG|HĐND|BAN CHỈ ĐẠO|BAN TỔ CHỨC|ĐOÀN ĐẠI BIỂU)/;
const HEAD_OF_COLLECTIVE = /^(CHỦ TỊCH|TRƯỞNG BAN|TRƯỞNG ĐOÀN|CHỦ NHIỆM)/;
const PREFIX = /^(TM|KT|TL|TUQ|Q)\. /;

/** Faults of the lines, in sentences that go on from «Chỗ ký ghi …:». */
export function authorityFaults(lines: readonly string[], issuer: readonly string[]): readonly string[] {
  const spelling = spellingFaults(lines);
  return spelling.length > 0 ? spelling : orderFaults(lines, issuer.join(' '));
}

function spellingFaults(lines: readonly string[]): readonly string[] {
  return [
    ...(lines.some((line) => /^(?:TM|KT|TL|TUQ|Q)\b(?!\. \S)/.test(line)) ? ['sau chữ viết tắt quyền hạn phải có dấu chấm và khoảng trắng'] : []),
    ...(lines.some((line) => line !== line.toLocaleUpperCase('vi')) ? ['quyền hạn, chức vụ phải viết chữ in hoa'] : []),
  ];
}

function orderFaults([first = '', ...rest]: readonly string[], issuer: string): readonly string[] {
  const prefix = PREFIX.exec(first)?.[1];
  if (rest.some((line) => /^(TM|TL|TUQ|Q)\. /.test(line))) return ['«TM.», «TL.», «TUQ.», «Q.» chỉ đứng ở dòng đầu'];
  switch (prefix) {
    case 'TM':
      if (!COLLECTIVE.test(issuer)) return ['«TM.» chỉ dùng cho cơ quan làm việc theo chế độ tập thể'];
      if (rest.length === 0) return ['dưới «TM.» phải là chức vụ của người ký'];
      if (rest[0]!.startsWith('KT. ')) return deputyFaults(rest);
      return rest.length === 1 && HEAD_OF_COLLECTIVE.test(rest[0]!) ? [] : ['dưới «TM.» phải là chức vụ người đứng đầu, hoặc «KT.» và chức vụ cấp phó'];
    case 'KT':
      return deputyFaults([first, ...rest]);
    case 'TL':
      if (rest.length === 0) return ['dưới «TL.» phải là chức vụ của người ký'];
      return rest[0]!.startsWith('KT. ') ? deputyFaults(rest) : rest.length === 1 ? [] : ['dưới «TL.» chỉ ghi một chức vụ, hoặc «KT.» và chức vụ cấp phó'];
    case 'TUQ':
      return rest.length === 1 && !rest[0]!.startsWith('KT. ') ? [] : ['dưới «TUQ.» phải là chức vụ của người được ủy quyền; không ủy quyền lại'];
    case 'Q':
      return rest.length === 0 ? [] : ['«Q.» ghi cùng chức vụ trên một dòng'];
    default:
      return first.startsWith('PHÓ ') ? ['cấp phó phải ký thay («KT.») người đứng đầu'] : rest.some((line) => line.startsWith('KT. ')) ? ['trước «KT.» phải là «TM.» hoặc «TL.»'] : [];
  }
}

/** «KT. GIÁM ĐỐC», «PHÓ GIÁM ĐỐC». */
function deputyFaults([, deputy = '', ...more]: readonly string[]): readonly string[] {
  if (!deputy.startsWith('PHÓ ')) return ['dưới «KT.» phải là chức vụ cấp phó'];
  return more.length === 0 ? [] : ['dưới chức vụ của người ký không còn dòng nào'];
}
