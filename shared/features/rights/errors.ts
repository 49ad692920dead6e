import { longDate, type PlainDate } from '../../kernel/plain-date.ts'

export const rightsErrors = {
  person_not_frozen: ({ name }: { name: string }) => `Data ${name} tidak dibekukan.`,
  date_not_come: ({ date }: { date: PlainDate }) => `Tanggal ${longDate(date)} belum tiba.`,
  guardian_needed: ({ age }: { age: number }) =>
    `Peserta berumur ${age} tahun pada tanggal itu. Sebelum 18 tahun orang tua atau wali yang menandatangani.`,
  withdrawn_before_signed: ({ signedOn }: { signedOn: PlainDate }) =>
    `Persetujuan ditandatangani ${longDate(signedOn)}, jadi tidak ditarik sebelum hari itu.`,
  consent_withdrawn_already: ({ date }: { date: PlainDate }) => `Persetujuan ini sudah ditarik pada ${longDate(date)}.`,
  kept_for_class: ({ name, cohort, until }: { name: string; cohort: string; until: PlainDate }) =>
    `Data ${name} masih disimpan untuk pertanggungjawaban ${cohort} sampai ${longDate(until)}. Bekukan datanya bila diminta.`,
  reason_of_request: ({ name }: { name: string }) =>
    `Masa simpan data ${name} belum lewat. Tulis alasan permintaannya.`,
}

export const rightsEntities = {
  consent: 'Persetujuan',
  trainee_consent: 'Persetujuan peserta',
  trainee_freeze: 'Pembekuan peserta',
  trainee_anonymity: 'Anonim peserta',
  trainee_export: 'Salinan data peserta',
}
