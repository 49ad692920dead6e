import { z } from 'zod'
import { cohortCodeSchema, type EnrolmentId, enrolmentId, type FileId, fileId } from '../../ids.ts'
import type { BinaryFile } from '../../kernel/binary-file.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { chosenFields, type Joined, seenOf, seenRowsOf } from '../../kernel/seen.ts'
import { command, output, query, task } from '../../operation.ts'
import {
  type BudgetLine,
  budgetLineDraft,
  type Evaluation,
  evaluationDraft,
  mostBudgetLines,
  type Supply,
  supplyDraft,
} from './budget.ts'
import {
  type ClothingSize,
  clothingSizes,
  type ItemDraft,
  type ItemKind,
  insuranceCard,
  itemDraft,
  itemKinds,
  type MaterialDraft,
  materialDraft,
  mostPictures,
  mostRows,
  pictureCaption,
  type RateKind,
  rateAmount,
  rateKinds,
} from './provision.ts'

export type KitRow = {
  enrolmentId: EnrolmentId
  position: number
  name: string
  left: boolean
  /** Frozen or anonymous: nothing is written about this person. */
  closed: boolean
  /** As written for this class. */
  clothingSize: ClothingSize | null
  /** Of the person, which counts while none is written here. */
  usualSize: ClothingSize | null
  insuranceCard: string
}

/** The rate that counts, and where it comes from. Whole rupiah. */
export type RateRow = { kind: RateKind; cohort: number | null; activity: number | null; centre: number | null }

export type Provisions = {
  /** The calendar weeks of the class by their first and last training day. */
  weeks: { from: PlainDate; to: PlainDate }[]
  materials: MaterialDraft[]
  /** How many materials the program lists. */
  templateSize: number
  items: Record<ItemKind, ItemDraft[]>
  kits: KitRow[]
  hasActivity: boolean
  /** Tarif and RAB; null for who sees no money. */
  money: { rates: RateRow[]; budget: BudgetLine[] } | null
  supply: Supply
  /** A form each. */
  evaluations: Evaluation[]
  pictures: { fileId: FileId; caption: string }[]
}

const code = cohortCodeSchema
/** A field that is left out stays as it is. */
const kitDraft = z.strictObject({
  enrolmentId,
  clothingSize: z.enum(clothingSizes).nullable().optional(),
  insuranceCard: insuranceCard.optional(),
})
const namedPicture = z.strictObject({ fileId, caption: pictureCaption })

export const provisionContract = {
  ofCohort: query('paper.see', { code }, output<Provisions>()),
  /** The whole list, in its order. */
  saveMaterials: command(
    'paper.change',
    'Menyimpan bahan kelas',
    { code, materials: z.array(materialDraft).max(mostRows), ...seenRowsOf(materialDraft, mostRows) },
    output<Joined>(),
  ),
  /** Adds what the program lists and the class does not have yet, by name. */
  takeTemplate: command('paper.change', 'Mengambil bahan dari program', { code }, output<{ added: number }>()),
  /** The list of the class, without what was received and used, becomes that of its program. */
  saveTemplate: command(
    'setting.change',
    'Menyimpan bahan sebagai daftar program',
    { code },
    output<{ saved: number }>(),
  ),
  /** All lines of the budget of the class, in their order. */
  saveBudget: command(
    'money.change',
    'Menyimpan RAB kelas',
    { code, lines: z.array(budgetLineDraft).max(mostBudgetLines), ...seenRowsOf(budgetLineDraft, mostBudgetLines) },
    output<Joined>(),
  ),
  saveSupply: command(
    'paper.change',
    'Menyimpan penyedia bahan',
    { code, supply: supplyDraft, ...seenOf(supplyDraft) },
    output<Joined>(),
  ),
  /** All forms of the class. */
  saveEvaluations: command(
    'paper.change',
    'Mengisi evaluasi pelatihan',
    { code, evaluations: z.array(evaluationDraft).max(60), ...seenRowsOf(evaluationDraft, 60) },
    output<Joined>(),
  ),
  saveItems: command(
    'paper.change',
    'Menyimpan perlengkapan peserta',
    {
      code,
      kind: z.enum(itemKinds),
      items: z.array(itemDraft).max(mostRows),
      ...seenRowsOf(itemDraft, mostRows),
    },
    output<Joined>(),
  ),
  saveKits: command('paper.change', 'Mengisi ukuran dan kartu peserta', {
    code,
    kits: z.array(kitDraft).min(1).max(60),
    ...seenRowsOf(kitDraft, 60),
  }),
  /** For this class, for all classes of its activity, or for all of the centre; null takes the rate away. */
  saveRate: command('money.change', 'Menetapkan tarif', {
    code,
    kind: z.enum(rateKinds),
    level: z.enum(['cohort', 'activity', 'centre']),
    amount: rateAmount.nullable(),
    /** What stood there; left out by who does not say. */
    seen: rateAmount.nullable().optional(),
    ...chosenFields,
  }),
  /** JPEG or PNG that can be printed, at most 10 MB. */
  addPicture: task(
    'paper.change',
    'Menambah foto dokumentasi',
    { code, file: z.file(), caption: pictureCaption },
    output<{ fileId: FileId }>(),
  ),
  /** All photos of the class, in the order in which they are printed. */
  savePictures: command(
    'paper.change',
    'Menyusun foto dokumentasi',
    { code, pictures: z.array(namedPicture).max(mostPictures), ...seenRowsOf(namedPicture, mostPictures) },
    output<Joined>(),
  ),
  removePicture: task('paper.change', 'Menghapus foto dokumentasi', { code, fileId }),
  openPicture: task('paper.see', 'Membuka foto dokumentasi', { code, fileId }, output<{ file: BinaryFile }>()),
}
