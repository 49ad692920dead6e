export const paperErrors = {
  paper_without_table: ({ title }: { title: string }) => `${title} bukan tabel. Simpan sebagai Word.`,
  paper_only_printed: ({ title }: { title: string }) =>
    `${title} hanya dicetak atau disimpan sebagai PDF: isinya tidak boleh diubah sesudah terbit.`,
  paper_without_date: ({ title }: { title: string }) =>
    `${title} tidak mempunyai satu tanggal sendiri: tiap lembarnya bertanggal menurut isinya.`,
}

export const paperEntities = {
  paper_date: 'Tanggal surat',
}
