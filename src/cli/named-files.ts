/** Files that the user names: outside the workspace as a rule, so each through a Host of its own. */
import path from 'node:path';
import type { OwnFile } from '../pipeline/write-sheet-file.js';
import { createNodeHost } from '../store/node-host.js';
import { WrongUse } from './exit.js';
import type { GlobalOptions } from './terminal.js';

/** A file that the user names may lie anywhere but among the inputs, where the next run would read it. */
export function ownFile(typed: string, extension: 'xlsx' | 'json', { root }: GlobalOptions): OwnFile {
  const file = path.resolve(typed);
  if (path.extname(file).toLowerCase() !== `.${extension}`) throw new WrongUse(`Tên tệp phải có đuôi .${extension}: ${typed}`);
  const inside = path.relative(path.join(root, 'data'), file);
  if (!inside.startsWith('..') && !path.isAbsolute(inside)) throw new WrongUse(`Không ghi tệp này vào thư mục data, nơi chứa số liệu đầu vào: ${typed}`);
  const fromRoot = path.relative(root, file);
  const shown = fromRoot.startsWith('..') ? typed : fromRoot;
  return { folder: createNodeHost(path.dirname(file)), name: path.basename(file), shown: shown.split(path.sep).join('/') };
}

/** A file that the user hands in. */
export async function givenFile(typed: string): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const file = path.resolve(typed);
  const bytes = await createNodeHost(path.dirname(file)).read(path.basename(file));
  if (!bytes) throw new WrongUse(`Không đọc được tệp: ${typed}`);
  return { name: typed.split(path.sep).join('/'), bytes };
}
