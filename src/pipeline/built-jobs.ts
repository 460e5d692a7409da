/** Every job that was ever built, from the manifests beside the outputs: units too, without reading any data. */
import type { Host } from '../store/host.js';
import { loadManifest, manifestPath, type JobManifest } from '../store/manifest.js';

export async function findBuiltJobs(host: Host): Promise<readonly JobManifest[]> {
  const folder = manifestPath('').replace(/\/\.json$/, '');
  const manifests: JobManifest[] = [];
  const visit = async (below: string): Promise<void> => {
    for (const { name, kind } of await host.list(below === '' ? folder : `${folder}/${below}`)) {
      const path = below === '' ? name : `${below}/${name}`;
      if (kind === 'directory') await visit(path);
      else if (name.endsWith('.json')) manifests.push(...([await loadManifest(host, path.slice(0, -'.json'.length))].filter((one) => one !== undefined)));
    }
  };
  await visit('');
  return manifests;
}
