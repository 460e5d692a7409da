/** The story of a correction, command by command, as `src/docs/dinh-chinh.md` tells it: the same steps make the page (npm run docs) and the test. JavaScript for the script that runs without a compiler. */

export const STORY_FILE = 'src/docs/dinh-chinh.md';

const AGENCY = 'ttpvhcc-soc-trang';
const JANUARY = `${AGENCY}/2021-01/bao-cao-thang`;
const FEBRUARY = `${AGENCY}/2021-02/bao-cao-thang`;
/** Name under which the corrected workbook lies beside the data. */
export const WORKBOOK = 'so lieu dieu chinh.xlsx';
const PLAN = ['correct', 'plan', WORKBOOK, '--agency', AGENCY, '--reason', 'Đơn vị rà soát lại số liệu tháng 01', '--basis', 'Công văn số 123/SCT-VP ngày 05/3/2021', '--by', 'Nguyễn Văn A', '-o', 'ke-hoach.json', '--xlsx', 'tac-dong.xlsx'];
const BY = ['--by', 'Trần Thị B'];

/** A step runs a command or writes a file; `id` is asked for by the test. */
export const STEPS = [
  { id: 'build', text: 'Tháng 01, tháng 02, tháng 3 và quý I được lập.', run: ['build', '--agency', AGENCY, '--quiet'] },
  { id: 'issue-january', text: 'Văn thư cấp số và ngày cho báo cáo tháng 01 rồi tháng 02.', run: ['issue', JANUARY, '--number', '15', '--date', '2021-01-18', ...BY, '--quiet'] },
  { id: 'issue-february', run: ['issue', FEBRUARY, '--number', '57', '--date', '2021-02-18', ...BY, '--quiet'] },
  { id: 'status-issued', run: ['status', '--agency', AGENCY] },
  {
    id: 'first-plan',
    text: `Tháng 3, hai đơn vị gửi lại số liệu tháng 01 (\`${WORKBOOK}\`). Lệnh \`correct plan\` cho xem toàn bộ tác động và chưa ghi gì vào dữ liệu. Kế hoạch báo trước: Sở Tư pháp nay có 2 hồ sơ quá hạn mà chưa có nguyên nhân, nên báo cáo tháng 01 sẽ chưa lập được.`,
    run: PLAN,
  },
  {
    id: 'cause',
    text: 'Chuyên viên hỏi đơn vị và ghi nguyên nhân vào thư mục của kỳ:',
    write: `data/${AGENCY}/2021-01/nguyen nhan.md`,
    content: '---\nmuc: nguyen-nhan-da-giai-quyet-qua-han\nminh_hoa: true\n---\ndo phải xác minh lại hồ sơ lý lịch tư pháp tại nhiều địa phương.\n',
  },
  { id: 'plan', text: 'Dữ liệu vào đã thay đổi nên phải lập lại kế hoạch (thực hiện kế hoạch cũ sẽ bị từ chối). Bảng tác động `tac-dong.xlsx` dùng để trình lãnh đạo.', run: PLAN },
  { id: 'apply', text: 'Thực hiện đúng kế hoạch ấy: ba đính chính được ghi vào sổ, ba văn bản được lập lại; bản đã ban hành còn nguyên.', run: ['correct', 'apply', 'ke-hoach.json', '--quiet'] },
  { id: 'status-corrected', run: ['status', '--agency', AGENCY] },
  {
    id: 'remedy-january',
    text: 'Số liệu sai là sai về nội dung, phải thay thế bằng văn bản cùng loại (khoản 3 Điều 18 Nghị định số 30/2020/NĐ-CP). Dự thảo văn bản thay thế có bảng số liệu thay đổi; nơi nhận là nơi nhận của bản gốc.',
    run: ['remedy', JANUARY, '--kind', 'replacement', '--quiet'],
  },
  { id: 'remedy-february', run: ['remedy', FEBRUARY, '--kind', 'replacement', '--quiet'] },
  { id: 'redline-january', text: 'Bản so sánh có dấu thay đổi để lãnh đạo xem trước khi ký:', run: ['redline', JANUARY, '--quiet'] },
  { id: 'redline-february', run: ['redline', FEBRUARY, '--quiet'] },
  { id: 'reissue-january', text: 'Ký xong, văn thư cấp số mới:', run: ['issue', JANUARY, '--number', '88', '--date', '2021-03-10', ...BY, '--quiet'] },
  { id: 'reissue-february', run: ['issue', FEBRUARY, '--number', '89', '--date', '2021-03-10', ...BY, '--quiet'] },
  { id: 'status-replaced', text: 'Chuỗi thay thế hiện trong tình trạng văn bản:', run: ['status', '--agency', AGENCY] },
];

/** Runs every step; `before` is called with a step's id before it runs. Gives what each printed. */
export function tellStory({ run, write }, before = () => undefined) {
  return STEPS.map((step) => {
    before(step.id);
    if (step.write) {
      write(step.write, step.content);
      return { step, code: 0, stdout: '', stderr: '' };
    }
    return { step, ...run(...step.run) };
  });
}

/** The page. Ids of entries and findings rest on the day of the run and are left out. */
export function storyPage(told) {
  const parts = told.map(({ step, stdout, stderr }) => {
    const shown = step.write ? `${step.write}\n\n${step.content}` : `> baocao ${step.run.map(quoted).join(' ')}\n${step.id === 'first-plan' ? findingsOnly(stdout) : stdout}${stderr}`;
    return `${step.text ? `${step.text}\n\n` : ''}\`\`\`\n${withoutIds(shown).trimEnd()}\n\`\`\``;
  });
  return `# Đính chính số liệu sau khi đã ban hành\n\nTrang này do lệnh \`npm run docs\` chạy thật từng lệnh mà lập, trên số liệu mẫu; mã số các mục được thay bằng «…». Lệnh có tên tiếng Việt: \`dinh-chinh\`, \`ban-hanh\`, \`khac-phuc\`, \`so-sanh\`, \`tinh-trang\`.\n\n${parts.join('\n\n')}\n\nCác tệp trong \`output/…/issued/\` không đổi một byte từ lúc ban hành; lệnh \`status\` và \`check\` đối chiếu mã băm của chúng với sổ theo dõi.\n`;
}

/** The first plan is told by what it warns of; the second shows all. */
function findingsOnly(stdout) {
  const from = stdout.indexOf('Phát hiện sẽ xuất hiện:');
  return `[…]\n${stdout.slice(from)}`;
}

function quoted(word) {
  return /[\s«]/.test(word) ? `"${word}"` : word;
}

function withoutIds(text) {
  return text.replace(/\b[0-9a-f]{12}\b/g, '…').replace(/[ \t]+$/gm, '');
}
