import { type PlainDate, shortDay } from '../../kernel/plain-date.ts'

export const importErrors = {
  no_such_file: ({ file }: { file: string }) => `Berkas ${file} tidak ditemukan. Periksa nama dan foldernya.`,
  not_a_workbook: (_: { file: string }) => 'Ini bukan berkas Excel. Buka di Excel, simpan sebagai .xlsx.',
  workbook_locked: ({ file }: { file: string }) =>
    `“${file}” memakai kata sandi. Buka di Excel, hapus kata sandinya, lalu simpan.`,
  workbook_too_large: ({ megabytes, rows }: { megabytes: number; rows: number }) =>
    `Berkas paling besar ${megabytes} MB dan ${rows.toLocaleString('id-ID')} baris. Bagi menjadi beberapa berkas.`,
  cell_too_long: ({ row, letters }: { row: number | null; letters: number }) =>
    `Satu sel${row === null ? '' : ` di baris ${row}`} berisi lebih dari ${letters.toLocaleString('id-ID')} huruf. Kosongkan atau singkat sel itu, lalu impor lagi.`,
  workbook_swells: ({ file }: { file: string }) =>
    `Isi “${file}” mengembang terlalu besar saat dibuka. Salin daftarnya ke berkas Excel baru, lalu impor berkas itu.`,
  workbook_without_header: ({ sheet, missing }: { sheet: string; missing: string[] }) =>
    `Kolom ${missing.join(' dan ')} tidak ditemukan di lembar “${sheet}”. Pilih kolomnya.`,
  sheet_unknown: ({ sheet, sheets }: { sheet: string; sheets: string[] }) =>
    `Lembar “${sheet}” tidak ada. Yang ada: ${sheets.join(', ')}.`,
  import_cancelled: () => 'Dibatalkan. Tidak ada yang berubah.',
  import_in_use: ({ words }: { words: string[] }) => `Impor tidak dapat ditarik kembali: ${words.join(' · ')}.`,
  import_taken_back: ({ date, by }: { date: PlainDate; by: string }) =>
    `Impor ini sudah ditarik kembali ${by}, ${shortDay(date)}.`,
}

export const importEntities = {
  import: 'Berkas',
  import_receipt: 'Impor',
}
