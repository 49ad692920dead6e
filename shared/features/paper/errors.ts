export const paperErrors = {
  paper_without_date: ({ title }: { title: string }) =>
    `${title} tidak mempunyai satu tanggal sendiri: tiap lembarnya bertanggal menurut isinya.`,
}

export const paperEntities = {
  paper_date: 'Tanggal surat',
}
