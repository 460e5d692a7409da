/** Labels every writer prints around the tree's own words (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.9); all other words come from the tree. */

export const KINH_GUI = 'Kính gửi:';
export const NOI_NHAN = 'Nơi nhận:';
