import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

type SeriesChoice = 'one' | 'trade'

/** Numbering of certificates: one series or one for each trade, and the year with its own first number. */
type Setting = { series: SeriesChoice; firstNumberYear: number | null }

export function numberSetting(db: ReadDatabase): Setting {
  const row = db.get<Setting>('SELECT series, first_number_year AS firstNumberYear FROM number_setting')
  return row ?? { series: 'one', firstNumberYear: null }
}

export function saveNumberSetting(db: WriteDatabase, setting: Setting): void {
  db.upsert('number_setting', 'id', 'series, first_number_year', { ...setting, id: 1 })
}
