export const printErrors = {
  page_range: ({ pages }: { pages: number }) =>
    `Halaman tidak dikenal. Tulis seperti 1-3, 5; berkas ini ${pages} halaman.`,
  printer_failed: ({ printer }: { printer: string }) =>
    `Pencetak ${printer} tidak mencetak. Periksa kabel dan kertasnya, atau pilih yang lain.`,
  printing_stopped: () => 'Pencetakan dihentikan. Yang sudah dikirim ke pencetak tetap tercetak.',
  printer_silent: ({ printer }: { printer: string }) =>
    `Pencetak ${printer} belum menjawab. Lihat antrean cetak di Windows dulu: bila lembarnya ada di sana, jangan cetak lagi.`,
}

export const printEntities = {
  printer_shift: 'Geseran pencetak',
}
