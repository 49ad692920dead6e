import type { OperationName } from '../../contract.ts'

/** Tasks that may take seconds, as the page names them while they run. */
export const longTitles = {
  'backup.run': 'Menulis cadangan',
  'backup.test': 'Menguji pulih cadangan',
  'book.cohortFiles': 'Membuat berkas per orang',
  'certificate.cohortFile': 'Menggabungkan sertifikat',
  'certificate.issue': 'Menerbitkan sertifikat',
  'competence.export': 'Mengekspor uji BNSP',
  'history.breachPeople': 'Mendaftar orang terdampak',
  'history.export': 'Mengekspor riwayat',
  'officeForm.make': 'Mengisi formulir kantor',
  'report.file': 'Membuat laporan',
  'report.fileFullNik': 'Membuat laporan',
  'report.fileNames': 'Membuat laporan',
  'report.ownFile': 'Membuat laporan',
  'report.ownGuardedFile': 'Membuat laporan',
  'teaching.exportReport': 'Mengekspor jam mengajar',
  'update.choose': 'Memeriksa pembaruan',
  'update.search': 'Mencari pembaruan',
} as const satisfies Partial<Record<OperationName, string>>
