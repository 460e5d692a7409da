/** YAML declarations (biểu, mẫu văn bản, cơ quan) → typed data, every fault with its line. Shared because all three are read alike. */
import { LineCounter, isMap, isScalar, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { found } from '../finding/catalog.js';
import { accepted, refused, type Outcome } from '../finding/finding.js';

// Faults of a declaration are read by officials.
z.config(z.locales.vi());

/** Reads `text` of `file` against a schema. Refused with `declaration-invalid` findings, one a fault. */
export function readDeclaration<T>(file: string, text: string, schema: z.ZodType<T>): Outcome<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', uniqueKeys: true });
  const invalid = (offset: number, reason: string) => {
    const { line, col } = lines.linePos(offset);
    return found('declaration-invalid', { in: 'text', file, line, column: col }, { reason });
  };
  if (document.errors.length > 0) {
    return refused(document.errors.map((error) => invalid(error.pos[0], `sai cú pháp YAML (${error.message.split('\n')[0]!})`)));
  }
  let data: unknown;
  try {
    // Aliases are refused: a declaration is read by people, and a few lines of YAML aliases can grow without bound.
    data = document.toJS({ maxAliasCount: 0 });
  } catch {
    return refused([invalid(0, 'không dùng bí danh (&, *) của YAML')]);
  }
  const result = schema.safeParse(data);
  if (result.success) return accepted(result.data);
  return refused(
    result.error.issues.map((issue) =>
      invalid(offsetOf(document, issue.path), `${issue.path.join('.') || 'toàn tệp'}: ${issue.message}`),
    ),
  );
}

/** Offset of the deepest node of a path that exists, so that a missing key is shown at its parent. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const keys = path.slice(0, length);
    const parent = document.getIn(keys.slice(0, -1), true);
    if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => isScalar(key) && key.value === keys.at(-1));
      if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
    }
    const node = document.getIn(keys, true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return node.range[0];
  }
  return 0;
}
