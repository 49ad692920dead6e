import { longDate, type PlainDate } from '../../kernel/plain-date.ts'

export const certificateErrors = {
  override_for_nothing: ({ check }: { check: string }) =>
    `“${check}” tidak dapat dikecualikan atau sudah tidak ada. Muat ulang halaman.`,
  paper_missing: ({ paper }: { paper: string }) =>
    `Berkas ${paper} tidak ada lagi di folder papers pada data ini. Salin kembali folder papers dari cadangan Anda.`,
  paper_damaged: ({ paper }: { paper: string }) =>
    `Berkas ${paper} berubah sejak diterbitkan, jadi tidak dibuka. Salin kembali folder papers dari cadangan Anda.`,
  already_issued: ({ name, number }: { name: string; number: string }) => `${name} sudah mempunyai ${number}.`,
  not_entitled: ({ name }: { name: string }) => `${name} tidak berhak atas surat ini menurut keputusan sidang.`,
  officer_not_valid: ({ name, date }: { name: string; date: PlainDate }) =>
    `Penanda tangan ${name} tidak berlaku pada ${longDate(date)}. Pilih pejabat lain atau ubah tanggal.`,
  issue_before_panel: ({ date, heldOn }: { date: PlainDate; heldOn: PlainDate }) =>
    `Tanggal terbit ${longDate(date)} mendahului sidang (${longDate(heldOn)}).`,
  issue_in_future: ({ date, latest }: { date: PlainDate; latest: PlainDate }) =>
    `Tanggal terbit ${longDate(date)} belum tiba. Paling lambat ${longDate(latest)}.`,
  issue_checks: ({ messages }: { messages: string[] }) => `Belum dapat diterbitkan: ${messages.join(' · ')}.`,
  nothing_issued: () => 'Belum ada yang diterbitkan untuk kelas ini.',
  numbers_moved: () => 'Nomor baru saja dipakai petugas lain. Ulangi penerbitan.',
  number_taken: ({ number }: { number: string }) =>
    `Nomor ${number} sudah dipakai surat lain. Ubah pola nomor di Pengaturan.`,
  signing_key_missing: () =>
    'Kunci tanda tangan balai tidak ada di komputer ini. Pulihkan dari cadangan kunci, atau buat kunci baru, di Sertifikat › Kunci.',
  key_backup_unreadable: () => 'Berkas ini bukan cadangan kunci Balai.',
  key_passphrase_wrong: () => 'Kata sandi tidak cocok, atau berkas cadangan kunci sudah rusak.',
  series_token_missing: () =>
    'Pola nomor belum memuat {seri}, jadi dua kejuruan akan mendapat nomor yang sama. Tambahkan {seri} di Pengaturan › Aturan.',
  number_void: ({ number }: { number: string }) => `Nomor ${number} sudah batal.`,
  certificate_revoked: ({ number }: { number: string }) => `${number} sudah dicabut.`,
  certificate_superseded: ({ number, by }: { number: string; by: string }) =>
    `${number} sudah diganti dengan ${by}. Buka yang berlaku.`,
  date_before_issue: ({ date, issuedOn }: { date: PlainDate; issuedOn: PlainDate }) =>
    `Tanggal ${longDate(date)} mendahului tanggal terbit (${longDate(issuedOn)}).`,
  date_in_future: ({ date }: { date: PlainDate }) => `Tanggal ${longDate(date)} belum tiba.`,
  signature_broken: () =>
    'Tanda tangan elektronik di PDF ini tidak cocok dengan isinya: berkas rusak atau diubah sesudah ditandatangani. Minta berkas yang asli.',
  not_signed_elsewhere: () => 'PDF ini tidak memuat tanda tangan elektronik.',
  signed_file_known: () => 'Berkas bertanda tangan ini sudah disimpan.',
}

export const certificateEntities = {
  certificate: 'Sertifikat',
  certificate_number: 'Nomor',
  number_setting: 'Cara nomor berjalan',
  certificate_copy: 'Salinan sertifikat',
  copy: 'Salinan',
  issue_override: 'Pengecualian pemeriksaan',
  signing_key: 'Kunci tanda tangan',
}
