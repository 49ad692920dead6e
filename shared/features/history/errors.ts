export const historyErrors = {
  nothing_seen: () => 'Tidak ada data peserta yang dibuka, dicetak, atau diekspor menurut pilihan ini.',
}

export const historyEntities = {
  act: 'Tindakan',
}
