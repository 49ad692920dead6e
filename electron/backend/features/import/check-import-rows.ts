import type { ImportField } from '../../../../shared/features/import/import-field.ts'
import { formatWarning, type ImportProblem, type ImportRow } from '../../../../shared/features/import/import-row.ts'
import type { TableRow } from '../../../../shared/features/import/table-rows.ts'
import type { TraineeDraft } from '../../../../shared/features/trainee/trainee.ts'
import type { TraineeId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { draftDifferences } from './draft-differences.ts'
import { type RowValues, readRowValues } from './row-values.ts'

/** `remarks`: texts of open notes on the person. */
type KnownPerson = TraineeDraft & { id: TraineeId; remarks: readonly string[] }
/** A row as shown, with what it would write. */
export type CheckedRow = { shown: ImportRow; draft: TraineeDraft | null; given: Partial<TraineeDraft> }

type Known = (niks: string[]) => ReadonlyMap<string, KnownPerson>

/** Decides line by line what an import would do; remembers earlier NIKs. */
export class RowChecker {
  readonly #first = new Map<string, { row: number; draft: TraineeDraft }>()
  readonly #fields: readonly (ImportField | null)[]
  readonly #repairs: ReadonlyMap<number, string>
  readonly #today: PlainDate

  constructor(fields: readonly (ImportField | null)[], repairs: ReadonlyMap<number, string>, today: PlainDate) {
    this.#fields = fields
    this.#repairs = repairs
    this.#today = today
  }

  /** `known` is called once for all lines. */
  check(rows: readonly TableRow[], known: Known): CheckedRow[] {
    const read = rows.map(({ row, cells }) => ({
      row,
      values: readRowValues(cells, this.#fields, this.#today, this.#repairs.get(row)),
    }))
    const people = known(read.flatMap(({ values }) => values.draft?.nik ?? []))
    return read.map(({ row, values }) => this.#check(row, values, people))
  }

  #check(row: number, values: RowValues, people: ReturnType<Known>): CheckedRow {
    const { nik, name, damage, draft, given, remark } = values
    const common = { row, nik, name, damage, repaired: this.#repairs.has(row), remark }
    if (draft === null) return { shown: { ...common, ...asDomainError(values) }, draft, given }
    const first = this.#first.get(draft.nik)
    if (first) return { shown: { ...common, ...asDuplicate(first, values) }, draft, given }
    this.#first.set(draft.nik, { row, draft })
    const person = people.get(draft.nik)
    if (!person) return { shown: { ...common, ...asNew(values) }, draft, given }
    const isNew = remark !== '' && !person.remarks.includes(remark)
    const known = asKnown(person, values, isNew)
    return { shown: { ...common, ...known, remark: isNew ? remark : '' }, draft, given }
  }
}

type Judged = Pick<ImportRow, 'status' | 'note' | 'problems' | 'person' | 'sameAs' | 'differences'>
const nobody = { person: null, sameAs: null, differences: [] }

function asDomainError({ problems }: RowValues): Judged {
  const errors = problems.filter(problem => problem.severity === 'error')
  return { ...nobody, status: 'reject', note: errors.map(problem => problem.message).join(' '), problems }
}

function asNew({ problems, place }: RowValues): Judged {
  const note = [formatWarning(problems), place].filter(Boolean).join(' ') || (problems[0]?.message ?? '')
  return { ...nobody, status: 'create', note, problems }
}

function asDuplicate(first: { row: number; draft: TraineeDraft }, { problems, given }: RowValues): Judged {
  const differences = draftDifferences(first.draft, given)
  const problem: ImportProblem = {
    field: 'nik',
    code: 'duplicate_in_file',
    severity: 'error',
    message: `NIK sama dengan baris ${first.row}.`,
  }
  return {
    ...nobody,
    status: 'duplicate',
    note: differences.length === 0 ? `Orang yang sama dengan baris ${first.row}; dilewati.` : problem.message,
    problems: [...problems, problem],
    sameAs: { row: first.row, name: first.draft.name },
    differences,
  }
}

function asKnown(person: KnownPerson, { problems, given }: RowValues, newRemark: boolean): Judged {
  const differences = draftDifferences(person, given)
  const problem: ImportProblem = {
    field: 'nik',
    code: 'known',
    severity: 'warning',
    message: `Sudah terdaftar: ${person.name}.`,
  }
  const fields = differences.map(difference => difference.label)
  const otherName = differences.find(difference => difference.field === 'name')
  const note = otherName
    ? `Terdaftar sebagai “${otherName.present}”${fields.length > 1 ? `; ${fields.slice(1).join(', ')} berbeda` : ''}`
    : fields.length > 0
      ? `Terdaftar; ${fields.join(', ')} berbeda`
      : newRemark
        ? 'Sama persis; keterangannya menjadi catatan'
        : 'Sama persis, tidak ada yang diubah'
  return {
    status: 'match',
    note,
    problems: [...problems, problem],
    person: { id: person.id, name: person.name },
    sameAs: null,
    differences,
  }
}
