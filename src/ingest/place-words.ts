/** A place in words inside a sentence or a choice: «tệp › trang «Phụ lục I» › ô C8». */
import type { Place } from '../finding/place.js';

export function placeWords(place: Place): string {
  switch (place.in) {
    case 'file':
      return place.file;
    case 'sheet':
      return `${place.file} › trang «${place.sheet}»${place.cell === undefined ? '' : ` › ô ${place.cell}`}`;
    case 'csv':
    case 'text':
      return `${place.file} › dòng ${place.line}${place.column === undefined ? '' : `, cột ${place.column}`}`;
    case 'json':
      return `${place.file} › ${place.path}`;
  }
}
