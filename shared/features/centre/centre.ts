import { z } from 'zod'
import { digits, line, plainDateSchema, whole } from '../../kernel/schema.ts'
import { checkTemplate, defaultCertificateTemplate, defaultStatementTemplate } from './numbering.ts'

/** Prefixes of a title: acting, standing in, on behalf of. */
export const officerPrefixes = ['', 'Plt.', 'Plh.', 'a.n.'] as const

export function officerPrefixName(prefix: (typeof officerPrefixes)[number]): string {
  return prefix === '' ? 'tanpa' : prefix
}

/**
 * Capacities of signatories: head of the centre on certificates and letters; Kuasa Pengguna Anggaran, PPTK and treasurer on receipts. A person with
 * two offices has two entries.
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
    /** With 'a.n.': the post of the signatory, and the lower post (u.b.). */
    post: line(120).optional(),
    via: line(120).optional(),
    name: line(100, 1),
    rank: line(60),
    nip: digits(/^(\d{18})?$/, 'NIP terdiri dari 18 angka.', /\s/g),
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
  /** Kemendagri code of the kabupaten or kota of the board. */
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

/** From which final score (hundredths) on a predicate applies; the lowest one starts at 0, so that each score has one. */
export type PredicateBand = { from: number; label: string }

export const defaultBands: readonly PredicateBand[] = [
  { from: 9000, label: 'Sangat Baik' },
  { from: 8000, label: 'Baik' },
  { from: 7000, label: 'Cukup' },
  { from: 0, label: 'Kurang' },
]

/** Period in which a second training needs a reason: the same calendar year, twelve months, or always. */
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

/** Rules that differ between centres; a class keeps those of the day it was planned. */
export const rulesDraft = z
  .strictObject({
    minimumAttendance: whole(1, 100),
    theoryWeight: whole(0, 100),
    practiceWeight: whole(0, 100),
    /** Hundredths. */
    passMark: whole(0, 10_000),
    /** A compulsory unit that is not K means not passed. */
    unitsRequired: z.boolean(),
    predicateBands,
    minutesPerHour: whole(30, 60),
    /** Last day of a class up to which a reserve may move up; 0: not after the start. */
    reserveUntilDay: whole(0, 60),
    requiredCredentialKinds: z
      .array(z.enum(['TEKNIS', 'METODOLOGI', 'ASESOR']))
      .min(1, { error: 'Pilih paling sedikit satu.' })
      .refine(kinds => new Set(kinds).size === kinds.length, { error: 'Jenis yang sama dipilih dua kali.' }),
    certificateTemplate: numberTemplate(),
    statementTemplate: numberTemplate(),
    /** First number of a year, if some were used by hand. */
    firstCertificateNumber: whole(1, 99_999),
    firstStatementNumber: whole(1, 99_999),
    certificateBackSignedBy: z.enum(['instructor', 'head']),
    certificatePalette: z.enum(['berwarna', 'hitam']),
    printPhoto: z.boolean(),
    /** Days that a certificate may be dated ahead. */
    issueDaysAhead: whole(0, 14),
    /** Period in which a second training of a person needs a reason. */
    trainedWithin: z.enum(trainedWithins),
    /** Years that personal data is kept after the last class. */
    retentionYears: whole(1, 50),
    /** Consecutive days of Alpa from which a person is listed; consequences are decided by people. */
    absenceAlarm: whole(2, 10),
    /** Officer for personal data (UU 27/2022 Pasal 53) with contact; '' if there is none. */
    dataOfficer: line(100),
    dataOfficerContact: line(160),
    /** Minutes without input until the screen locks. */
    lockAfter: whole(1, 30),
    /** Reopening a closed day needs a second person, if there is one. */
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
