import { it } from 'vitest';
import { loadCleanAnnual, loadForms, loadAgency, YEAR_2022 } from '../support/clean-annual.js';
import { checkFigures } from '../../src/pipeline/check-figures.js';
it('dump', async () => {
  const forms = loadForms();
  const tables = await loadCleanAnnual(forms);
  const go = () => checkFigures({ agency: loadAgency('snv-soc-trang'), period: YEAR_2022, forms, tables: tables.map((table) => ({ table, codes: [], named: [] })), previous: [], written: [], rates: [] });
  let t = performance.now();
  const { findings } = go();
  console.log(performance.now() - t); t = performance.now(); go(); console.log('again', performance.now() - t);
  for (const f of findings) console.log(f.severity, f.code, JSON.stringify(f.place), f.message);
});
