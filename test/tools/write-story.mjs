/** Writes the page on corrections from a run of its commands on a copy of the samples: npm run docs */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { STORY_FILE, storyPage, tellStory, WORKBOOK } from './correction-story.mjs';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const root = mkdtempSync(path.join(tmpdir(), 'baocao-'));
try {
  for (const folder of ['data', 'templates']) cpSync(path.join(repository, folder), path.join(root, folder), { recursive: true });
  cpSync(path.join(repository, 'test/support/corrections/phu luc thang 01 (so lieu dieu chinh).xlsx'), path.join(root, WORKBOOK));
  const run = (...args) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(repository, 'dist/cli/main.js'), ...args], { cwd: root, encoding: 'utf8' });
    return { code: status, stdout, stderr };
  };
  const told = tellStory({ run, write: (file, content) => writeFileSync(path.join(root, file), content) });
  writeFileSync(path.join(repository, STORY_FILE), storyPage(told));
  process.stdout.write(`${STORY_FILE}\n`);
} finally {
  rmSync(root, { recursive: true, force: true });
}
