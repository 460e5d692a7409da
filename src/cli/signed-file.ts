/** The file signed by the leader, read wherever it lies: outside the workspace as a rule, so through a Host of its own. */
import path from 'node:path';
import type { SignedFile } from '../pipeline/issue-arguments.js';
import { createNodeHost } from '../store/node-host.js';

export async function readSignedFile(typed: string): Promise<SignedFile> {
  const file = path.resolve(typed);
  const extension = path.extname(file).slice(1).toLowerCase();
  try {
    return { bytes: await createNodeHost(path.dirname(file)).read(path.basename(file)), shown: typed, extension };
  } catch {
    // Whatever the system says (no right to read it, a line of the network): it is not there for us.
    return { bytes: undefined, shown: typed, extension };
  }
}
