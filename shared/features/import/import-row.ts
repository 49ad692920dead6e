import type { TraineeId } from '../../ids.ts'
import type { TraineeDraft } from '../trainee/trainee.ts'
import type { NikDamage } from './nik-damage.ts'

/** create: baru; match: sudah ada; duplicate: ganda dalam berkas; reject: ditolak. */
export type ImportStatus = 'create' | 'match' | 'duplicate' | 'reject'
export type ImportProblem = { field: string; code: string; severity: 'error' | 'warning'; message: string }

/** What is worth a look in a row that comes in; that something was read out of the NIK is not. */
export function formatWarning(problems: readonly ImportProblem[]): string {
  return problems
    .filter(({ severity, code }) => severity === 'warning' && code !== 'from_nik' && code !== 'known')
    .map(problem => problem.message)
    .join(' ')
}

/** A field in which the file says something else than what it is compared with, both as people read them. */
export type FieldDifference = { field: ComparedField; label: string; present: string; file: string }

/** Fields that a file may change of a known person. The NIK is how the person was found. */
export const comparedFields = [
  'name',
  'birthPlace',
  'birthDate',
  'sex',
  'familyCard',
  'address',
  'neighbourhood',
  'hamlet',
  'villageCode',
  'phone',
  'email',
  'education',
  'employment',
  'religion',
  'maritalStatus',
] as const satisfies readonly (keyof TraineeDraft)[]
export type ComparedField = (typeof comparedFields)[number]

/** One line of a file as it would be taken over; `row` is the number that Excel shows. */
export type ImportRow = {
  row: number
  status: ImportStatus
  nik: string
  name: string
  /** What is said about the row in one line. */
  note: string
  problems: ImportProblem[]
  /** Who has this NIK already. */
  person: { id: TraineeId; name: string } | null
  /** The earlier line of the file with the same NIK. */
  sameAs: { row: number; name: string } | null
  /** Against the known person, or against the earlier line. */
  differences: FieldDifference[]
  damage: NikDamage | null
  /** The NIK was typed from the KTP in place of the one in the file. */
  repaired: boolean
  /** What becomes a note on the person; '' for none, or where the person has that note already. */
  remark: string
}

/**
 * What is decided about a row. take: a new row comes in, a known person gets the named fields from the file, a double takes the place
 * of the earlier line. skip: the row is left out.
 */
export type ImportAnswer = { row: number; action: 'take' | 'skip'; fields: ComparedField[] }

/** What is looked at to tell whether somebody must choose. */
export type Questioned = Pick<ImportRow, 'status' | 'differences' | 'repaired' | 'problems'>

/**
 * Somebody must choose: a known person or an earlier line says something else, or a NIK was typed that the list contradicts. Without an
 * answer the row is skipped.
 */
export function mustDecide(row: Questioned): boolean {
  if (row.status === 'create') return isDoubted(row)
  return (row.status === 'match' || row.status === 'duplicate') && row.differences.length > 0
}

/** A NIK typed from the KTP says another sex or birth date than the list: the list may be wrong, or the typing. */
export function isDoubted({ repaired, problems }: Pick<Questioned, 'repaired' | 'problems'>): boolean {
  return repaired && problems.some(problem => problem.code === 'differs_from_nik')
}

export type ImportOutcome = 'created' | 'changed' | 'matched' | 'skipped' | 'rejected'
