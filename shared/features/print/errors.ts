export const printErrors = {
  page_range: ({ pages }: { pages: number }) =>
    `Halaman tidak dikenal. Tulis seperti 1-3, 5; berkas ini ${pages} halaman.`,
  printer_failed: ({ printer }: { printer: string }) =>
    `Pencetak ${printer} tidak mencetak. Periksa kabel dan kertasnya, atau pilih yang lain.`,
}
