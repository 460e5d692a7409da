/** Findings of the workspace and of writing outputs. */
import { entry } from './entry.js';

export const pipelineEntries = {
  'output-locked': entry<{ beside: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Tệp kết quả đang mở trong Word hoặc phần mềm khác nên không ghi được.',
    message: ({ beside }) => `Tệp đang mở nên không thay được; bản mới nằm ở ${beside}.`,
    remedy: () => 'Đóng tệp trong Word rồi chạy lại.',
  }),
  'output-edited': entry({
    severity: 'error',
    outcome: 'question',
    meaning: 'Tệp kết quả đã được sửa bằng tay sau lần lập trước; phần mềm không ghi đè.',
    message: () => 'Tệp đã được sửa bằng tay sau lần lập trước nên không ghi đè.',
    remedy: () => 'Chạy lại với --beside để ghi bản mới bên cạnh (….moi.*), hoặc --overwrite để ghi đè.',
  }),
  'output-failed': entry<{ reason: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Không ghi được tệp kết quả (hết chỗ trên đĩa, không có quyền ghi…); tệp cũ còn nguyên.',
    message: ({ reason }) => `Không ghi được tệp: ${reason}.`,
    remedy: () => 'Kiểm tra dung lượng đĩa và quyền ghi vào thư mục của tệp này rồi chạy lại.',
  }),
  'worker-lost': entry({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Tiến trình đang lập văn bản bị ngắt giữa chừng (thiếu bộ nhớ, hoặc bị kết thúc từ bên ngoài); các văn bản khác vẫn được lập.',
    message: () => 'Tiến trình đang lập văn bản này bị ngắt giữa chừng: máy thiếu bộ nhớ, hoặc có người kết thúc tiến trình. Tệp cũ, nếu có, còn nguyên.',
    remedy: () => 'Đóng bớt phần mềm khác rồi chạy lại; nếu vẫn bị ngắt, chạy riêng văn bản này với --jobs 1.',
  }),
  'workspace-busy': entry<{ holder: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Một lượt lập khác đang ghi vào cùng nơi làm việc; lượt này dừng, chưa ghi gì.',
    message: ({ holder }) => `Một lượt lập khác đang ghi vào nơi làm việc này (${holder}).`,
    remedy: () => 'Chờ lượt đó xong rồi chạy lại. Nếu chắc chắn không còn lượt nào đang chạy, xóa tệp này.',
  }),
  'ledger-invalid': entry<{ reason: string }>({
    severity: 'warning',
    outcome: 'accepted',
    meaning: 'Một dòng của sổ theo dõi (ledger.jsonl) hỏng hoặc đã bị sửa bằng tay; dòng đó không được dùng, các dòng khác vẫn dùng.',
    message: ({ reason }) => `Dòng này của sổ theo dõi không dùng được: ${reason}.`,
    remedy: () => 'Khôi phục tệp từ bản sao lưu; nếu không có, dùng lệnh «baocao waive» để chấp nhận lại mục bị mất. Không sửa tay tệp này.',
  }),
  'ledger-entry-unused': entry<{ type: string; lines: string }>({
    severity: 'note',
    outcome: 'accepted',
    meaning: 'Sổ theo dõi (ledger.jsonl) có dòng thuộc loại mà phiên bản phần mềm này chưa dùng; dòng được giữ nguyên.',
    message: ({ type, lines }) => `Sổ theo dõi có mục loại «${type}» (dòng ${lines}) mà phiên bản phần mềm này chưa dùng; mục được giữ nguyên.`,
    remedy: () => 'Không phải sửa. Nếu mục do phiên bản mới hơn ghi, dùng phiên bản đó.',
  }),
  'ledger-locked': entry({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Sổ theo dõi (ledger.jsonl) đang mở trong chương trình khác nên không ghi thêm được.',
    message: () => 'Sổ theo dõi đang mở trong chương trình khác nên chưa ghi thêm được; sổ còn nguyên.',
    remedy: () => 'Đóng chương trình đang mở tệp này rồi chạy lại.',
  }),
  'waiver-dead': entry<{ code: string; place: string; by: string; date: string; finding: string }>({
    severity: 'note',
    outcome: 'accepted',
    meaning: 'Một phát hiện đã được chấp nhận nhưng số liệu của nó đã thay đổi (hoặc đã sửa đúng), nên việc chấp nhận hết hiệu lực.',
    message: ({ code, place, by, date, finding }) =>
      `Việc chấp nhận phát hiện ${finding} [${code}] ở ${place} (${by}, ngày ${date}) không còn hiệu lực vì số liệu, hoặc tệp, trang, ô chứa số liệu, đã thay đổi.`,
    remedy: () => 'Nếu số liệu đã sửa đúng thì không phải làm gì. Nếu vẫn còn phát hiện ở chỗ này, xem lại và chấp nhận lại với lý do mới.',
  }),
  'previous-unusable': entry<{ name: string; period: string }>({
    severity: 'warning',
    outcome: 'accepted',
    meaning: 'Bảng số liệu của kỳ trước có lỗi nên không dùng để so sánh.',
    message: ({ name, period }) => `Bảng «${name}» của ${period} có lỗi, nên chưa so sánh được với kỳ trước; bản đã lập của kỳ này (nếu có) được giữ nguyên, bản lập mới không có câu so sánh.`,
    remedy: () => 'Sửa lỗi của kỳ trước (lệnh check của kỳ đó) rồi chạy lại.',
  }),
  'folder-ignored': entry<{ reason: string }>({
    severity: 'warning',
    outcome: 'accepted',
    meaning: 'Một thư mục trong data không được đọc vì tên không ứng với cơ quan hoặc kỳ nào.',
    message: ({ reason }) => `Thư mục này không được đọc: ${reason}.`,
    remedy: () => 'Đổi tên thư mục cho đúng, hoặc chuyển ra khỏi data.',
  }),
  'document-unknown': entry<{ document: string; nearest: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Tệp cơ quan khai báo một văn bản không có mẫu.',
    message: ({ document, nearest }) => `Không có mẫu văn bản «${document}»${nearest && `; gần nhất là «${nearest}»`}.`,
    remedy: () => 'Sửa tên ở mục documents của tệp cơ quan, hoặc thêm thư mục mẫu trong templates/documents.',
  }),
} as const;
