/** Types of office.mjs, which is JavaScript for the script that runs without a compiler. */
export function convertWithOffice(soffice: string, file: string, target: string, folder: string): Promise<string>;
