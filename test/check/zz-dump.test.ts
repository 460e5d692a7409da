import { writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { loadAnnualOriginals, loadForms } from '../support/clean-annual.js';
import { deriveTable, quantityOf } from '../../src/statistics/derive.js';
import { toDecimalText } from '../../src/statistics/exact.js';
it('dump', async () => {
  const forms = loadForms();
  const tables = await loadAnnualOriginals(forms);
  const out: string[] = [];
  for (const t of tables) {
    out.push(`### ${t.form}`);
    const d = deriveTable(forms.find(({id}) => id === t.form)!, t, []);
    for (const r of d.items) out.push([r.id, r.role, r.parent ?? '', r.label.slice(0, 40), ...Object.entries(r.cells).map(([c, x]) => `${c}=${x.kind === 'number' ? toDecimalText(x.quantity.value, 8) + '@' + (x.quantity.origin.kind === 'source' ? (x.quantity.origin.place as any).cell : 'f') : x.kind === 'text' ? '"'+x.text.slice(0,12)+'"' : x.why}`)].join(' | '));
  }
  writeFileSync('/tmp/mut/dump.txt', out.join('\n'));
});
