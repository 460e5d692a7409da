import { defineConfig } from 'vitest/config';

/** npm: needs npm alone and runs anywhere · tools: needs Debian's LibreOffice, poppler, qpdf, mupdf. */
export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One fewer than the cores by default: on two cores that leaves one idle, since few tests start processes of their own.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'npm', root: '.', include: ['test/**/*.test.ts'], exclude: ['test/tools/**', 'node_modules/**'] } },
      { extends: true, test: { name: 'tools', root: '.', include: ['test/tools/**/*.test.ts'], testTimeout: 300_000 } },
    ],
  },
});
