import type { Measure } from './measure-type.ts'

const here = ['H', 'T']

/** Daily work, papers, and money. */
export const workMeasures = {
  present: personDays('Hadir', 'Hari hadir semua peserta; yang terlambat termasuk hadir.', { mark: here }),
  sick: personDays('Sakit', 'Hari sakit.', { mark: ['S'] }),
  excused: personDays('Izin', 'Hari izin.', { mark: ['I'] }),
  absent: personDays('Alpa', 'Hari tanpa keterangan.', { mark: ['A'] }),
  marks: personDays('Hari terisi', 'Hari dengan keterangan kehadiran: hadir, sakit, izin, atau alpa.'),
  personHours: {
    label: 'Orang-JP',
    unit: 'orang-JP',
    fact: 'mark',
    sum: 'dayHours',
    where: { mark: here },
    definition: 'JP tiap hari dikali peserta yang hadir.',
  },
  taughtHours: {
    label: 'JP mengajar',
    unit: 'JP',
    fact: 'lesson',
    sum: 'lessonHours',
    definition: 'JP yang benar-benar diajarkan, dari hari yang jam mengajarnya sudah ditutup.',
  },
  theoryHours: {
    label: 'JP teori',
    unit: 'JP',
    fact: 'lesson',
    sum: 'lessonHours',
    where: { lessonKind: ['theory'] },
    definition: 'JP mengajar teori.',
  },
  practiceHours: {
    label: 'JP praktik',
    unit: 'JP',
    fact: 'lesson',
    sum: 'lessonHours',
    where: { lessonKind: ['practice'] },
    definition: 'JP mengajar praktik.',
  },
  taughtDays: {
    label: 'Hari mengajar',
    unit: 'hari',
    fact: 'lesson',
    distinct: 'lessonDay',
    definition: 'Hari kelas yang diajar.',
  },
  taughtClasses: {
    label: 'Kelas diajar',
    unit: 'kelas',
    fact: 'lesson',
    distinct: 'class',
    definition: 'Kelas yang diajar.',
  },
  issued: papers('Sertifikat terbit', 'Sertifikat yang diterbitkan, termasuk yang kemudian diganti atau dicabut.', {
    paperKind: ['certificate'],
  }),
  holding: papers('Masih sah', 'Sertifikat terbit yang tidak diganti dan tidak dicabut.', {
    paperKind: ['certificate'],
    paperState: ['holds'],
  }),
  replaced: papers('Diganti', 'Sertifikat terbit yang sudah diganti sertifikat lain.', {
    paperKind: ['certificate'],
    paperState: ['replaced'],
  }),
  revoked: papers('Dicabut', 'Sertifikat terbit yang dicabut.', {
    paperKind: ['certificate'],
    paperState: ['revoked'],
  }),
  collected: papers('Sudah diambil', 'Sertifikat yang sah dan sudah diambil.', {
    paperKind: ['certificate'],
    paperState: ['holds'],
    collected: [1],
  }),
  uncollected: papers('Belum diambil', 'Sertifikat yang sah dan belum diambil.', {
    paperKind: ['certificate'],
    paperState: ['holds'],
    collected: [0],
  }),
  statements: papers('Surat keterangan', 'Surat keterangan bagi yang tidak lulus.', { paperKind: ['statement'] }),
  activities: {
    label: 'Kegiatan',
    unit: 'kegiatan',
    fact: 'activity',
    definition: 'Kegiatan tahun anggaran dalam periode.',
  },
  budget: {
    label: 'Pagu',
    unit: 'Rp',
    fact: 'activity',
    sum: 'budget',
    definition: 'Pagu setahun dari kegiatan tahun anggaran dalam periode.',
  },
  plannedClasses: {
    label: 'Angkatan rencana',
    unit: 'kelas',
    fact: 'activity',
    sum: 'plannedClasses',
    definition: 'Jumlah angkatan yang direncanakan tiap kegiatan.',
  },
  quota: {
    label: 'Kuota',
    unit: 'orang',
    fact: 'activity',
    sum: 'plannedPeople',
    definition: 'Jumlah peserta yang direncanakan tiap kegiatan.',
  },
  spent: {
    label: 'Realisasi',
    unit: 'Rp',
    fact: 'spending',
    sum: 'amount',
    definition: 'Uang yang dibayar menurut tanggal pembayarannya, dikurangi pembatalan.',
  },
  entries: {
    label: 'Catatan realisasi',
    unit: 'catatan',
    fact: 'spending',
    definition: 'Catatan pembayaran dan pembatalannya.',
  },
  aidProposed: aid('Modal kerja diusulkan', 'Usulan modal kerja yang belum disetujui.', { aidState: ['PROPOSED'] }),
  aidApproved: aid('Modal kerja disetujui', 'Modal kerja yang disetujui dan belum disalurkan.', {
    aidState: ['APPROVED'],
  }),
  aidPaid: aid('Modal kerja disalurkan', 'Modal kerja yang sudah disalurkan.', { aidState: ['PAID'] }),
  aidMoney: {
    label: 'Modal kerja disalurkan (Rp)',
    unit: 'Rp',
    fact: 'aid',
    sum: 'amount',
    where: { aidState: ['PAID'] },
    definition: 'Jumlah modal kerja yang sudah disalurkan.',
  },
  aidEnded: aid('Modal kerja ditolak atau batal', 'Usulan modal kerja yang ditolak atau dibatalkan.', {
    aidState: ['REJECTED', 'CANCELLED'],
  }),
} satisfies Record<string, Measure>

type Where = NonNullable<Measure['where']>

function personDays(label: string, definition: string, where: Where = {}): Measure {
  return { label, unit: 'orang-hari', fact: 'mark', where, definition }
}

function papers(label: string, definition: string, where: Where): Measure {
  return { label, unit: 'lembar', fact: 'certificate', where, definition }
}

function aid(label: string, definition: string, where: Where): Measure {
  return { label, unit: 'orang', fact: 'aid', where, definition }
}
