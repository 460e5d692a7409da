/** LibreOffice as a converter. It has the font of our PDFs for Times New Roman, so that its pages break as Word's do. Plain JavaScript, because pages.mjs runs it without a compiler. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const TINOS = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'));

/** Debian's Liberation Serif has no ơ and ư: without this they come from another, wider font. */
const FONTS = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${TINOS}</dir>
<match target="pattern"><test name="family"><string>Times New Roman</string></test><edit name="family" mode="assign" binding="strong"><string>Tinos</string></edit></match>
</fontconfig>`;

/**
 * Converts a file with a LibreOffice of its own profile, so that runs do not meet, and returns the path of the result.
 * `target` is its extension, with a filter behind a colon where one is needed.
 * @param {string} soffice @param {string} file @param {string} target @param {string} folder
 * @returns {Promise<string>}
 */
export async function convertWithOffice(soffice, file, target, folder) {
  const home = mkdtempSync(join(tmpdir(), 'baocao-office-'));
  try {
    const fonts = join(home, 'fonts.conf');
    writeFileSync(fonts, FONTS);
    mkdirSync(folder, { recursive: true });
    const out = mkdtempSync(join(folder, 'office-'));
    const args = [`-env:UserInstallation=${pathToFileURL(join(home, 'profile')).href}`, '--headless', '--norestore', '--convert-to', target, '--outdir', out, file];
    const said = await new Promise((resolve, reject) => {
      execFile(soffice, args, { timeout: 180_000, env: { ...process.env, FONTCONFIG_FILE: fonts } }, (error, stdout, stderr) => (error ? reject(error) : resolve(stdout + stderr)));
    });
    // LibreOffice ends with 0 also where it could not read the file.
    const [result] = readdirSync(out);
    if (result === undefined) throw new Error(`LibreOffice made nothing of ${basename(file)}: ${said}`);
    return join(out, result);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
