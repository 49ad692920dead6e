import { firstOf } from '../../../../shared/kernel/first-of.ts'
import type { Check } from '../../database/check.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import {
  changedAccounts,
  changedDecisions,
  changedMarks,
  changedPapers,
  changedPeople,
  changedScores,
  cohortCodes,
  rulesChanged,
  unfoundedErasures,
} from './history-state-store.ts'

/** Number of names listed; the rest is counted. */
const mostNamed = 12

/**
 * Whether people, accounts, marks, scores, decisions and papers are as the history recorded them last, and nothing was erased from it except for a
 * person.
 */
export function checkHistory(db: ReadDatabase): Check {
  const codes = cohortCodes(db)
  const wrong = [
    ...changedPeople(db),
    ...changedAccounts(db),
    ...(rulesChanged(db) ? ['aturan penilaian'] : []),
    ...codes.flatMap(code =>
      [...changedMarks(db, code), ...changedScores(db, code), ...changedDecisions(db, code)].map(
        name => `${code} ${name}`,
      ),
    ),
    ...changedPapers(db).map(number => `sertifikat ${number}`),
    ...unfoundedErasures(db).map(name => `${name} dihapus tanpa perbuatan`),
  ]
  const fine = `orang, kehadiran, nilai, dan sertifikat dari ${codes.length} kelas seperti yang tercatat`
  return {
    key: 'history',
    ok: wrong.length === 0,
    detail: wrong.length === 0 ? fine : `bukan yang tercatat: ${firstOf(wrong, mostNamed)}`,
  }
}
