import { z } from 'zod'
import { cohortCodeSchema, type EnrolmentId, enrolmentId, type FileId, fileId } from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { BinaryFile } from '../../kernel/schema.ts'
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
  /** The data is frozen or anonymised: nothing may be written. */
  closed: boolean
  /** Size for this class. */
  clothingSize: ClothingSize | null
  /** Size of the person, used if none is entered here. */
  usualSize: ClothingSize | null
  insuranceCard: string
}

/** Rates by level; the first that is set counts. Whole rupiah. */
export type RateRow = { kind: RateKind; cohort: number | null; activity: number | null; centre: number | null }

export type Provisions = {
  /** Calendar weeks of the class by their first and last training day. */
  weeks: { from: PlainDate; to: PlainDate }[]
  materials: MaterialDraft[]
  /** Number of materials listed in the program. */
  templateSize: number
  items: Record<ItemKind, ItemDraft[]>
  kits: KitRow[]
  hasActivity: boolean
  /** Tarif and RAB; null for people who may not see money. */
  money: { rates: RateRow[]; budget: BudgetLine[] } | null
  supply: Supply
  /** One entry for each form. */
  evaluations: Evaluation[]
  pictures: { fileId: FileId; caption: string }[]
}

const code = cohortCodeSchema
/** Missing fields are unchanged. */
const kitDraft = z.strictObject({
  enrolmentId,
  clothingSize: z.enum(clothingSizes).nullable().optional(),
  insuranceCard: insuranceCard.optional(),
})
const namedPicture = z.strictObject({ fileId, caption: pictureCaption })

export const provisionContract = {
  ofCohort: query('paper.see', { code }, output<Provisions>()),
  /** The whole list in order. */
  saveMaterials: command(
    'paper.change',
    'Menyimpan bahan kelas',
    { code, materials: z.array(materialDraft).max(mostRows), ...seenRowsOf(materialDraft, mostRows) },
    output<Joined>(),
  ),
  /** Adds materials of the program that the class does not have yet, by name. */
  takeTemplate: command('paper.change', 'Mengambil bahan dari program', { code }, output<{ added: number }>()),
  /** Stores the list of the class, without received and used amounts, as that of its program. */
  saveTemplate: command(
    'setting.change',
    'Menyimpan bahan sebagai daftar program',
    { code },
    output<{ saved: number }>(),
  ),
  /** All budget lines of the class in order. */
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
  /** For this class, all classes of its activity, or the centre; null removes the rate. */
  saveRate: command('money.change', 'Menetapkan tarif', {
    code,
    kind: z.enum(rateKinds),
    level: z.enum(['cohort', 'activity', 'centre']),
    amount: rateAmount.nullable(),
    /** The earlier value; undefined for callers that do not send it. */
    seen: rateAmount.nullable().optional(),
    ...chosenFields,
  }),
  /** JPEG or PNG of at most 10 MB. */
  addPicture: task(
    'paper.change',
    'Menambah foto dokumentasi',
    { code, file: z.file(), caption: pictureCaption },
    output<{ fileId: FileId }>(),
  ),
  /** All photos of the class in printing order. */
  savePictures: command(
    'paper.change',
    'Menyusun foto dokumentasi',
    { code, pictures: z.array(namedPicture).max(mostPictures), ...seenRowsOf(namedPicture, mostPictures) },
    output<Joined>(),
  ),
  removePicture: task('paper.change', 'Menghapus foto dokumentasi', { code, fileId }),
  openPicture: task('paper.see', 'Membuka foto dokumentasi', { code, fileId }, output<{ file: BinaryFile }>()),
}
