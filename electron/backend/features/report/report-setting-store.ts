import { type ReportSetting, usualSetting } from '../../../../shared/features/report/report-setting.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

type Row = Omit<ReportSetting, 'incentiveDays'> & { incentiveDays: string }

/** The settings of the office, else the defaults. */
export function getReportSetting(db: ReadDatabase): ReportSetting {
  const row = db.get<Row>(
    `SELECT counted_by AS countedBy, pass_base AS passBase, monthly_day AS monthlyDay, yearly_day AS yearlyDay,
       incentive_days AS incentiveDays, class_days AS classDays FROM report_setting`,
  )
  return row ? { ...row, incentiveDays: JSON.parse(row.incentiveDays) as string[] } : usualSetting
}

export function saveReportSetting(db: WriteDatabase, setting: ReportSetting): void {
  db.upsert('report_setting', 'id', 'counted_by, pass_base, monthly_day, yearly_day, incentive_days, class_days', {
    ...setting,
    incentiveDays: JSON.stringify(setting.incentiveDays),
    id: 1,
  })
}
