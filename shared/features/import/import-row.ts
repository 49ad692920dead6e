import type { TraineeId } from '../../ids.ts'
import type { TraineeDraft } from '../trainee/trainee.ts'
import type { NikDamage } from './nik-damage.ts'

/** create: baru; match: sudah ada; duplicate: ganda dalam berkas; reject: ditolak. */
export type ImportStatus = 'create' | 'match' | 'duplicate' | 'reject'
export type ImportProblem = { field: string; code: string; severity: 'error' | 'warning'; message: string }

/** Warnings of an accepted row; values derived from the NIK are not mentioned. */
export function formatWarning(problems: readonly ImportProblem[]): string {
  return problems
    .filter(({ severity, code }) => severity === 'warning' && code !== 'from_nik' && code !== 'known')
    .map(problem => problem.message)
    .join(' ')
}

/** A field where the file differs, with both texts. */
export type FieldDifference = { field: ComparedField; label: string; present: string; file: string }

/** Fields of a known person that a file may change. Not the NIK, by which the person was found. */
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

/** A line of a file as it would be imported; `row` is its Excel row. */
export type ImportRow = {
  row: number
  status: ImportStatus
  nik: string
  name: string
  /** Description of the row in one line. */
  note: string
  problems: ImportProblem[]
  /** The person who already has this NIK. */
  person: { id: TraineeId; name: string } | null
  /** The earlier line with the same NIK. */
  sameAs: { row: number; name: string } | null
  /** Compared with the known person, or with the earlier line. */
  differences: FieldDifference[]
  damage: NikDamage | null
  /** The NIK was typed from the KTP. */
  repaired: boolean
  /** Becomes a note on the person; '' if there is none, or the person already has it. */
  remark: string
}

/**
 * Decision about a row. take: create a new person, update the named fields of a known one, or replace the earlier line of a duplicate. skip: leave
 * the row out.
 */
export type ImportAnswer = { row: number; action: 'take' | 'skip'; fields: ComparedField[] }

/** Data that determines whether a person must decide. */
export type Questioned = Pick<ImportRow, 'status' | 'differences' | 'repaired' | 'problems'>

/**
 * True if a decision is needed: a known person or earlier line differs, or a typed NIK contradicts the list. Without a decision the row is skipped.
 */
export function mustDecide(row: Questioned): boolean {
  if (row.status === 'create') return isDoubted(row)
  return (row.status === 'match' || row.status === 'duplicate') && row.differences.length > 0
}

/** A typed NIK has another sex or birth date than the list: either may be wrong. */
export function isDoubted({ repaired, problems }: Pick<Questioned, 'repaired' | 'problems'>): boolean {
  return repaired && problems.some(problem => problem.code === 'differs_from_nik')
}

export type ImportOutcome = 'created' | 'changed' | 'matched' | 'skipped' | 'rejected'
