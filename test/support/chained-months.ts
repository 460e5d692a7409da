/** Months of the monthly report's first form whose identities hold and whose opening is the closing before, from any numbers; and what a longer period must say, computed in plain numbers apart from the engine. */

/** What happens to a unit in a month; parts above what there is are cut off. */
export interface Moves {
  readonly received: number;
  readonly early: number;
  readonly onTime: number;
  readonly late: number;
  readonly returned: number;
  readonly pendingLate: number;
  readonly online: number;
}

export type MonthRow = Readonly<Record<(typeof COLUMNS)[number], number>>;

export const COLUMNS = [
  ...['nhan_tong', 'nhan_ky_truoc', 'nhan_moi', 'gq_tong', 'gq_truoc_han', 'gq_dung_han', 'gq_qua_han'] as const,
  ...['dang_tong', 'dang_con_han', 'dang_qua_han', 'tra_lai', 'truc_tuyen', 'muc_3_4'] as const,
] as const;

/** One row a month, in order. */
export function chainedMonths(opening: number, months: readonly Moves[]): readonly MonthRow[] {
  let before = opening;
  return months.map((moves): MonthRow => {
    const all = before + moves.received;
    let left = all;
    const take = (wanted: number): number => {
      const taken = Math.min(wanted, left);
      left -= taken;
      return taken;
    };
    const [gq_truoc_han, gq_dung_han, gq_qua_han, tra_lai] = [moves.early, moves.onTime, moves.late, moves.returned].map(take) as [number, number, number, number];
    const row: MonthRow = {
      nhan_tong: all,
      nhan_ky_truoc: before,
      nhan_moi: moves.received,
      gq_tong: gq_truoc_han + gq_dung_han + gq_qua_han,
      ...{ gq_truoc_han, gq_dung_han, gq_qua_han },
      dang_tong: left,
      dang_con_han: left - Math.min(moves.pendingLate, left),
      dang_qua_han: Math.min(moves.pendingLate, left),
      tra_lai,
      truc_tuyen: Math.min(moves.online, moves.received),
      muc_3_4: all,
    };
    before = left;
    return row;
  });
}

/** The figures of the longer period; `muc_3_4` counts files again in each month they are open, so the months do not tell it. */
export function expectedPeriod(rows: readonly MonthRow[]): Omit<MonthRow, 'muc_3_4'> {
  const sum = (column: keyof MonthRow): number => rows.reduce((all, row) => all + row[column], 0);
  const [first, last] = [rows[0]!, rows.at(-1)!];
  return {
    nhan_tong: first.nhan_ky_truoc + sum('nhan_moi'),
    nhan_ky_truoc: first.nhan_ky_truoc,
    nhan_moi: sum('nhan_moi'),
    gq_tong: sum('gq_tong'),
    gq_truoc_han: sum('gq_truoc_han'),
    gq_dung_han: sum('gq_dung_han'),
    gq_qua_han: sum('gq_qua_han'),
    dang_tong: last.dang_tong,
    dang_con_han: last.dang_con_han,
    dang_qua_han: last.dang_qua_han,
    tra_lai: sum('tra_lai'),
    truc_tuyen: sum('truc_tuyen'),
  };
}
