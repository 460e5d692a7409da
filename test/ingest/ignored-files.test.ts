/** Files of a period's folder that no reader takes: said, louder where figures may be in them. */
import { expect, test } from 'vitest';
import { createPeriodReader } from '../../src/pipeline/read-period.js';
import { readAgency } from '../../src/template/agency.js';
import { createMapHost, sampleFiles, text } from '../support/map-host.js';
import { noWorkbooks } from './context.js';

const FOLDER = 'data/ttpvhcc-soc-trang/2021-02';

test('each by its kind; hidden files and those of an open Excel are nobody\'s', async () => {
  const agencyFile = 'data/agencies/ttpvhcc-soc-trang.yaml';
  const agency = readAgency(agencyFile, new TextDecoder().decode(sampleFiles().get(agencyFile)));
  if (!agency.ok) throw new Error('no agency');
  const names = ['a.ods', 'b.xlsb', 'c.TSV', 'd.txt', 'e.docx', 'f.pdf', 'g.jpg', '.h.ods', '~$i.xlsx', '~$j.ods', 'k.md'];
  const host = createMapHost(new Map(names.map((name) => [`${FOLDER}/${name}`, text('# x')])));
  const { findings } = await createPeriodReader(host, [], noWorkbooks)(agency.value, { kind: 'month', year: 2021, month: 2 });
  const ignored = findings.filter(({ code }) => code === 'file-ignored').map(({ severity, place }) => `${severity} ${place.file.replace(`${FOLDER}/`, '')}`);
  expect(ignored).toEqual(['warning a.ods', 'warning b.xlsb', 'warning c.TSV', 'warning d.txt', 'note e.docx', 'note f.pdf', 'note g.jpg']);
});
