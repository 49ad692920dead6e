import { z } from 'zod'
import { line, plainDateSchema, whole } from '../../kernel/schema.ts'
import { checkTemplate, defaultCertificateTemplate, defaultStatementTemplate } from './numbering.ts'

/** Prefixes of an official's title: acting, standing in, on behalf of. */
export const officerPrefixes = ['', 'Plt.', 'Plh.', 'a.n.'] as const

/**
 * Who signs in what capacity: the head of the centre on certificates and letters, and on receipts Kuasa Pengguna Anggaran, PPTK and
 * treasurer. Somebody with two offices stands in the list twice.
 */
export const officerRoles = ['HEAD', 'AGENCY_HEAD', 'BUDGET_HOLDER', 'TECHNICAL', 'TREASURER'] as const
export type OfficerRole = (typeof officerRoles)[number]

export const officerRoleNames: Record<OfficerRole, string> = {
  HEAD: 'Kepala balai',
  AGENCY_HEAD: 'Kepala dinas',
  BUDGET_HOLDER: 'Kuasa Pengguna Anggaran',
  TECHNICAL: 'PPTK',
  TREASURER: 'Bendahara',
}

export const officerDraft = z
  .strictObject({
    role: z.enum(officerRoles).default('HEAD'),
    prefix: z.enum(officerPrefixes),
    title: line(120, 1),
    /** With 'a.n.': the post of who signs, and the post below it that it is passed on to (u.b.). */
    post: line(120).optional(),
    via: line(120).optional(),
    name: line(100, 1),
    rank: line(60),
    nip: z
      .string()
      .transform(text => text.replace(/\s/g, ''))
      .refine(text => text === '' || /^\d{18}$/.test(text), { error: 'NIP terdiri dari 18 angka.' }),
    validFrom: plainDateSchema,
    validUntil: plainDateSchema.nullable(),
  })
  .refine(officer => officer.validUntil === null || officer.validUntil >= officer.validFrom, {
    path: ['validUntil'],
    error: 'Berakhir sebelum mulai.',
  })
export type OfficerDraft = z.infer<typeof officerDraft>

export const paperSizes = ['A4', 'F4'] as const
export type PaperSize = (typeof paperSizes)[number]

export const centreDraft = z.strictObject({
  name: line(120, 1),
  /** Letterhead, up to three lines from the largest office to the smallest. */
  government: line(120, 1),
  agency: line(120),
  address: line(160),
  phone: line(60),
  email: line(80),
  city: line(60, 1),
  classification: line(30, 1),
  unit: line(30, 1),
  paperSize: z.enum(paperSizes),
  /** Kemendagri code of the kabupaten or kota whose kelurahan the board shows. */
  regencyCode: z.string().regex(/^\d{4}$/, { error: 'Pilih kabupaten atau kota dari daftar.' }),
})
export type CentreDraft = z.infer<typeof centreDraft>

export const defaultCentre: CentreDraft = {
  name: 'UPT Balai Latihan Kerja',
  government: 'Pemerintah Kota Tangerang',
  agency: 'Dinas Ketenagakerjaan',
  address: '',
  phone: '',
  email: '',
  city: 'Tangerang',
  classification: '500.15',
  unit: 'BLK',
  paperSize: 'A4',
  regencyCode: '3671',
}

function numberTemplate() {
  return line(120, 1).superRefine((text, context) => {
    const problem = checkTemplate(text)[0]
    if (problem)
      context.addIssue({
        code: 'custom',
        message: 'Pola nomor memuat {urut} dan {tahun}, dan hanya kata dalam kurung kurawal yang dikenal.',
      })
  })
}

/** From which final mark (hundredths) on which word is said; the lowest one begins at 0, so that each mark has its word. */
export type PredicateBand = { from: number; label: string }

export const defaultBands: readonly PredicateBand[] = [
  { from: 9000, label: 'Sangat Baik' },
  { from: 8000, label: 'Baik' },
  { from: 7000, label: 'Cukup' },
  { from: 0, label: 'Kurang' },
]

/** Within what time a second training needs a reason: the same calendar year, twelve months, or ever. */
export const trainedWithins = ['year', 'months', 'ever'] as const
export type TrainedWithin = (typeof trainedWithins)[number]
export const trainedWithinLabels: Record<TrainedWithin, string> = {
  year: 'Tahun kalender',
  months: '12 bulan',
  ever: 'Selamanya',
}

const predicateBands = z
  .array(z.strictObject({ from: whole(0, 10_000), label: line(30, 1) }))
  .min(1, { error: 'Tulis paling sedikit satu predikat.' })
  .max(8)
  .refine(bands => bands.some(band => band.from === 0), { error: 'Predikat terendah mulai dari 0.' })
  .refine(bands => new Set(bands.map(band => band.from)).size === bands.length, {
    error: 'Dua predikat mulai dari nilai yang sama.',
  })
  .refine(bands => new Set(bands.map(band => band.label)).size === bands.length, {
    error: 'Dua predikat bernama sama.',
  })

/** Figures of domain rules that differ from centre to centre; a class keeps those of the day it was planned. */
export const rulesDraft = z
  .strictObject({
    minimumAttendance: whole(1, 100),
    theoryWeight: whole(0, 100),
    practiceWeight: whole(0, 100),
    /** Hundredths. */
    passMark: whole(0, 10_000),
    /** Nobody passes with a compulsory unit that is not K. */
    unitsRequired: z.boolean(),
    predicateBands,
    minutesPerHour: whole(30, 60),
    /** Last day of a class up to which a reserve moves up; 0 for never once it has begun. */
    reserveUntilDay: whole(0, 60),
    requiredCredentialKinds: z
      .array(z.enum(['TEKNIS', 'METODOLOGI', 'ASESOR']))
      .min(1, { error: 'Pilih paling sedikit satu.' })
      .refine(kinds => new Set(kinds).size === kinds.length, { error: 'Jenis yang sama dipilih dua kali.' }),
    certificateTemplate: numberTemplate(),
    statementTemplate: numberTemplate(),
    /** First number of a year, for offices that have used some by hand. */
    firstCertificateNumber: whole(1, 99_999),
    firstStatementNumber: whole(1, 99_999),
    certificateBackSignedBy: z.enum(['instructor', 'head']),
    certificatePalette: z.enum(['berwarna', 'hitam']),
    printPhoto: z.boolean(),
    /** So many days after today a certificate may be dated. */
    issueDaysAhead: whole(0, 14),
    /** Within what time a second training of the same person needs a reason. */
    trainedWithin: z.enum(trainedWithins),
    /** Years that data of a person is kept after the last class ended. */
    retentionYears: whole(1, 50),
    /** Days of Alpa in a row after which somebody is named; whether the place is lost is for people to decide. */
    absenceAlarm: whole(2, 10),
    /** Who answers for personal data (UU 27/2022 Pasal 53), and how to reach; '' while nobody is named. */
    dataOfficer: line(100),
    dataOfficerContact: line(160),
    /** Minutes without a key after which the screen is locked. */
    lockAfter: whole(1, 30),
    /** A closed day is opened again by two people, where there are two. */
    reopenByTwo: z.boolean(),
  })
  .refine(rules => rules.theoryWeight + rules.practiceWeight === 100, {
    path: ['practiceWeight'],
    error: 'Bobot teori dan praktik berjumlah 100.',
  })
export type Rules = z.infer<typeof rulesDraft>

export const defaultRules: Rules = {
  minimumAttendance: 80,
  theoryWeight: 30,
  practiceWeight: 70,
  passMark: 7000,
  unitsRequired: true,
  predicateBands: [...defaultBands],
  minutesPerHour: 45,
  reserveUntilDay: 3,
  requiredCredentialKinds: ['TEKNIS'],
  certificateTemplate: defaultCertificateTemplate,
  statementTemplate: defaultStatementTemplate,
  firstCertificateNumber: 1,
  firstStatementNumber: 1,
  certificateBackSignedBy: 'instructor',
  certificatePalette: 'berwarna',
  printPhoto: true,
  issueDaysAhead: 0,
  trainedWithin: 'year',
  retentionYears: 10,
  absenceAlarm: 3,
  dataOfficer: '',
  dataOfficerContact: '',
  lockAfter: 5,
  reopenByTwo: true,
}
