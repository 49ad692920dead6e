import { type ExportColumn, exportColumnLabels } from '../../../../shared/features/trainee/export-columns.ts'
import { maskNik } from '../../../../shared/features/trainee/nik/nik.ts'
import { showPhone } from '../../../../shared/features/trainee/phone.ts'
import { educationLabels } from '../../../../shared/features/trainee/trainee.ts'
import { formatTraineeState } from '../../../../shared/features/trainee/trainee-state-format.ts'
import { type WorkbookColumn, workbookFile } from '../../files/list-columns.ts'
import { WorkbookStream } from '../../files/workbook-stream.ts'
import { findVillage } from '../../region/villages.ts'
import type { ExportedTrainee } from './trainee-store.ts'

const cells: Record<ExportColumn, Omit<WorkbookColumn<ExportedTrainee>, 'head'>> = {
  number: { width: 5, value: (_, index) => String(index + 1) },
  nik: { width: 20, value: row => maskNik(row.nik) },
  name: { width: 30, value: row => row.name },
  birthPlace: { width: 18, value: row => row.birthPlace },
  birthDate: {
    width: 12,
    value: ({ birthDate }) => `${birthDate.slice(8)}/${birthDate.slice(5, 7)}/${birthDate.slice(0, 4)}`,
  },
  sex: { width: 5, value: row => row.sex },
  education: { width: 14, value: row => (row.education ? educationLabels[row.education] : '') },
  address: { width: 34, value: row => row.address },
  neighbourhood: { width: 5, value: row => row.neighbourhood },
  hamlet: { width: 5, value: row => row.hamlet },
  village: { width: 18, value: row => findVillage(row.villageCode)?.village ?? '' },
  district: { width: 18, value: row => findVillage(row.villageCode)?.district ?? '' },
  regency: { width: 20, value: row => findVillage(row.villageCode)?.regency ?? '' },
  phone: { width: 18, value: row => (row.phone ? showPhone(row.phone) : '') },
  email: { width: 26, value: row => row.email },
  cohort: { width: 24, value: row => row.cohort ?? '' },
  state: { width: 20, value: row => formatTraineeState(row.state) },
}

/** The list as .xlsx, rows added as they are read. NIKs are masked unless requested, because files are passed on without control. */
export class TraineeWorkbook {
  readonly #columns: readonly WorkbookColumn<ExportedTrainee>[]
  readonly #stream: WorkbookStream
  #count = 0

  constructor(
    { columns, fullNik }: { columns: readonly ExportColumn[]; fullNik: boolean },
    hand?: (piece: Uint8Array) => void,
  ) {
    this.#columns = columns.map(column => ({
      head: exportColumnLabels[column],
      ...cells[column],
      ...(column === 'nik' && fullNik && { value: (row: ExportedTrainee) => row.nik }),
    }))
    this.#stream = new WorkbookStream('Peserta', this.#columns, hand)
  }

  add(rows: readonly ExportedTrainee[]): void {
    const first = this.#count
    this.#count += rows.length
    this.#stream.add(rows.map((row, index) => this.#columns.map(({ value }) => String(value(row, first + index)))))
  }

  around(): ReturnType<WorkbookStream['around']> {
    return this.#stream.around()
  }

  finish(name: string): File {
    return workbookFile([this.#stream.finish()], name)
  }
}
