/** yargs speaks no Vietnamese: its own words, by the keys of its locale files (yargs 18). */

/** yargs keeps singular and plural apart, which its types do not say. */
const both = (text: string): string => ({ one: text, other: text }) as unknown as string;

export const VIETNAMESE: Record<string, string> = {
  'Not enough non-option arguments: got %s, need at least %s': both('Thiếu tham số: có %s, cần ít nhất %s'),
  'Too many non-option arguments: got %s, maximum of %s': both('Thừa tham số: có %s, nhiều nhất %s'),
  'Missing argument value: %s': both('Thiếu giá trị của: %s'),
  'Missing required argument: %s': both('Thiếu tham số bắt buộc: %s'),
  'Unknown argument: %s': both('Không có tham số: %s'),
  'Unknown command: %s': both('Không có lệnh: %s'),
  'Commands:': 'Các lệnh:',
  'Options:': 'Tùy chọn:',
  'Positionals:': 'Tham số:',
  'Examples:': 'Ví dụ:',
  boolean: 'bật/tắt',
  count: 'số lần',
  string: 'chữ',
  number: 'số',
  array: 'danh sách',
  required: 'bắt buộc',
  default: 'mặc định',
  'default:': 'mặc định:',
  'choices:': 'chọn trong:',
  'aliases:': 'tên khác:',
  'generated-value': 'giá trị tự sinh',
  'Not enough arguments following: %s': 'Thiếu giá trị sau: %s',
  'Invalid values:': 'Giá trị sai:',
  'Argument: %s, Given: %s, Choices: %s': 'Tham số: %s, nhận được: %s, chọn trong: %s',
  'Argument check failed: %s': 'Tham số không hợp lệ: %s',
  'Show help': 'Hiện trợ giúp',
  'Show version number': 'Hiện phiên bản',
  'Did you mean %s?': 'Có phải bạn muốn %s?',
  'Arguments %s and %s are mutually exclusive': 'Không dùng cùng lúc %s và %s',
};
