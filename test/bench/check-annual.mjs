/** `check` on the annual tables, as the command line runs it; errors in them are its finding (exit code 1), no failure of the bench. */
import path from 'node:path';
import { REPOSITORY } from './workspace.mjs';

process.argv.splice(2, process.argv.length, 'check', 'snv-soc-trang/2022', '--json', '--root', REPOSITORY);
await import(path.join(REPOSITORY, 'dist/cli/main.js'));
if (process.exitCode > 1) throw new Error(`check ended with ${process.exitCode}`);
process.exitCode = 0;
