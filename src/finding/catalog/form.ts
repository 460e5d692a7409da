/** Findings on form (thể thức) that rest on the agency file: symbol, addressees and recipients, authority to sign, validity of names. */
import { entry } from './entry.js';

export const formEntries = {
  'symbol-form': entry<{ symbol: string; fault: string }>({
    severity: 'warning',
    outcome: 'accepted',
    waivable: true,
    meaning: 'Ký hiệu văn bản có khoảng trắng, dấu «&», chữ thường hoặc chữ «CV» (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3).',
    message: ({ symbol, fault }) => `Ký hiệu «${symbol}» ${fault}.`,
    remedy: () => 'Sửa mục symbol của tệp cơ quan: các nhóm chữ in hoa nối bằng dấu gạch nối, không khoảng trắng.',
  }),
  'recipients-form': entry<{ fault: string }>({
    severity: 'warning',
    outcome: 'accepted',
    waivable: true,
    meaning: 'Phần Kính gửi và Nơi nhận không đủ hoặc không khớp nhau (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.9).',
    message: ({ fault }) => `Nơi nhận: ${fault}.`,
    remedy: () => 'Sửa mục recipients của văn bản này trong tệp cơ quan.',
  }),
  'signature-form': entry<{ authority: string; fault: string }>({
    severity: 'warning',
    outcome: 'accepted',
    waivable: true,
    meaning: 'Quyền hạn ghi ở chỗ ký không theo chế độ của cơ quan (Nghị định 30/2020/NĐ-CP, Điều 13; Phụ lục I, II.7).',
    message: ({ authority, fault }) => `Chỗ ký ghi «${authority}»: ${fault}.`,
    remedy: () => 'Sửa mục signers của tệp cơ quan.',
  }),
  'place-form': entry<{ place: string }>({
    severity: 'warning',
    outcome: 'accepted',
    waivable: true,
    meaning: 'Địa danh viết tắt (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.4: tên chính thức của đơn vị hành chính).',
    message: ({ place }) => `Địa danh «${place}» viết tắt.`,
    remedy: () => 'Ghi tên chính thức ở mục place của tệp cơ quan.',
  }),
  'validity-ended': entry<{ what: string; name: string; date: string }>({
    severity: 'warning',
    outcome: 'accepted',
    waivable: true,
    meaning: 'Tên cơ quan hoặc người ký trong tệp cơ quan không còn hiệu lực vào ngày cuối kỳ.',
    message: ({ what, name, date }) => `${what} «${name}» không có hiệu lực vào ngày ${date}; văn bản vẫn in tên này.`,
    remedy: () => 'Bổ sung tên hoặc người ký có hiệu lực (from, to) vào tệp cơ quan.',
  }),
  'act-not-in-force': entry<{ act: string; last: string; successor: string; where: string; date: string }>({
    severity: 'warning',
    outcome: 'accepted',
    waivable: true,
    meaning: 'Văn bản viện dẫn một văn bản đã hết hiệu lực vào ngày cuối kỳ, theo sổ văn bản (templates/registers/van-ban.yaml).',
    message: ({ act, last, successor, where, date }) => `Viện dẫn (${where}) ${act}: văn bản này có hiệu lực đến hết ngày ${last}, vào ngày ${date} không còn hiệu lực${successor && `; văn bản thay thế: ${successor}`}.`,
    remedy: ({ successor }) => `${successor ? `Viện dẫn ${successor} (đối chiếu điều, khoản)` : 'Viện dẫn văn bản đang có hiệu lực'}, hoặc ghi rõ trong câu là văn bản đã được thay thế.`,
  }),
  'unit-not-in-force': entry<{ name: string; last: string; successor: string; where: string }>({
    severity: 'warning',
    outcome: 'accepted',
    waivable: true,
    meaning: 'Văn bản nêu tên một đơn vị hành chính, cơ quan không còn vào ngày cuối kỳ, theo sổ đơn vị (templates/registers/don-vi-hanh-chinh.yaml).',
    message: ({ name, last, successor, where }) => `Tên «${name}» (${where}) chỉ dùng đến hết ngày ${last}${successor && `; nay là: ${successor}`}.`,
    remedy: ({ successor }) => `${successor ? `Thay bằng tên mới (${successor})` : 'Thay bằng tên đang dùng'}; nếu nói về thời gian trước đó, ghi «(cũ)» sau tên.`,
  }),
  'province-count-stale': entry<{ seen: string; expected: number; where: string; date: string }>({
    severity: 'warning',
    outcome: 'accepted',
    waivable: true,
    meaning: 'Văn bản xếp hạng hoặc đếm trên 63 tỉnh, thành phố sau khi sắp xếp còn 34 (Nghị quyết 202/2025/QH15).',
    message: ({ seen, expected, where, date }) => `Văn bản ghi «${seen}» (${where}) nhưng vào ngày ${date} cả nước có ${expected} tỉnh, thành phố.`,
    remedy: ({ expected }) => `Đối chiếu rồi ghi trên ${expected}; nếu là xếp hạng của năm 2024 trở về trước, nêu rõ năm trong câu.`,
  }),
} as const;
