import { z } from 'zod'
import { mostRupiah } from '../../kernel/money.ts'
import { line, paragraph, plainDateSchema, whole } from '../../kernel/schema.ts'

/** Kinds of cost in the budget of a class. The first four are calculated from records, the others typed. */
export const costKinds = ['HONORARIUM', 'TRANSPORT', 'MEAL', 'MATERIAL', 'GOODS', 'OTHER'] as const
export type CostKind = (typeof costKinds)[number]

export const costKindNames: Record<CostKind, string> = {
  HONORARIUM: 'Honorarium instruktur',
  TRANSPORT: 'Uang transport peserta',
  MEAL: 'Konsumsi',
  MATERIAL: 'Bahan latihan',
  GOODS: 'Pakaian, ATK, modul',
  OTHER: 'Lain-lain',
}

/** Whether dana insentif fiskal may pay for it, by the rules of the year. */
export const incentiveAnswers = ['YES', 'NO', 'CHECK'] as const
export const incentiveNames: Record<(typeof incentiveAnswers)[number], string> = {
  YES: 'ya',
  NO: 'tidak',
  CHECK: 'perlu dicek',
}

const money = whole(0, mostRupiah)

/** One line of the budget (RAB): volume × times × price. */
export const budgetLineDraft = z.strictObject({
  year: whole(2000, 2100),
  kind: z.enum(costKinds),
  description: line(160, 1),
  account: line(40),
  volume: whole(1, 99_999),
  unit: line(16),
  times: whole(1, 9_999),
  timesUnit: line(16),
  price: money,
  incentive: z.enum(incentiveAnswers),
  /** Whole rupiah paid; null if calculated or unknown. */
  realised: money.nullable(),
})
export type BudgetLine = z.infer<typeof budgetLineDraft>

export const mostBudgetLines = 60

export function budgetAmount({ volume, times, price }: Pick<BudgetLine, 'volume' | 'times' | 'price'>): number {
  return volume * times * price
}

/** The supplier of the materials, with its papers. */
export const supplyDraft = z.strictObject({
  supplier: line(120),
  orderNumber: line(80),
  orderedOn: plainDateSchema.nullable(),
  inspectionNumber: line(80),
  inspectedOn: plainDateSchema.nullable(),
  handoverNumber: line(80),
  handedOverOn: plainDateSchema.nullable(),
  /** Pengurus barang. */
  keeper: line(100),
  keeperNip: line(18),
})
export type Supply = z.infer<typeof supplyDraft>

export const noSupply: Supply = {
  supplier: '',
  orderNumber: '',
  orderedOn: null,
  inspectionNumber: '',
  inspectedOn: null,
  handoverNumber: '',
  handedOverOn: null,
  keeper: '',
  keeperNip: '',
}

/** Questions to trainees; each answered from 1 (kurang) to 4 (sangat baik). */
export const evaluationQuestions = [
  'Materi sesuai dengan kebutuhan kerja',
  'Urutan dan waktu penyajian materi',
  'Instruktur menguasai materi',
  'Instruktur menjelaskan dengan mudah dipahami',
  'Kesempatan praktik',
  'Bahan praktik cukup dan tepat waktu',
  'Peralatan berfungsi dan aman',
  'Ruang belajar bersih dan nyaman',
  'Pelayanan panitia',
  'Konsumsi dan kelengkapan peserta',
] as const

/** '4343 4443 33', one digit for each question; a dash or 0 is unanswered. Null for anything else, so that nothing is guessed. */
export function readEvaluation(text: string): (number | null)[] | null {
  const digits = text.replace(/[\s.,]/g, '')
  if (digits.length !== evaluationQuestions.length || /[^0-4-]/.test(digits)) return null
  return [...digits].map(digit => (digit === '0' || digit === '-' ? null : Number(digit)))
}

export const evaluationDraft = z.strictObject({
  answers: z.array(whole(1, 4).nullable()).length(evaluationQuestions.length),
  comment: paragraph(300),
})
export type Evaluation = z.infer<typeof evaluationDraft>
