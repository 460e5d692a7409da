/** Loaded before the program (`NODE_OPTIONS=--import …`): the first worker process is killed while it has its first job, as a system out of memory does. */
import { existsSync, writeFileSync } from 'node:fs';

const marker = process.env['DIED_ONCE'];
if (marker && process.argv[1]?.endsWith('build-worker.js') && !existsSync(marker)) {
  writeFileSync(marker, '');
  process.on('message', () => process.kill(process.pid, 'SIGKILL'));
}
