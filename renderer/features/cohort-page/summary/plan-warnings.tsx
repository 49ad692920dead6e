import { IconAlertTriangle } from '@tabler/icons-react'
import type { PlanWarning } from '../../../../shared/features/cohort/working-days.ts'
import { LinkAction } from '../../../ui/action/action-button.tsx'
import styles from './plan-warnings.module.css'

const words: Record<PlanWarning, { title: string; detail: string; way?: { label: string; path: string } }> = {
  crosses_budget_year: {
    title: 'Kelas melewati tahun anggaran.',
    detail: 'Hari sesudah 31 Desember dibiayai tahun anggaran berikutnya.',
  },
  no_holiday_table: {
    title: 'Kalender tahun kelas ini belum lengkap.',
    detail: 'Hari libur tahun itu belum diperhitungkan.',
    way: { label: 'Isi kalender', path: '/kalender' },
  },
  lone_day: {
    title: 'Ada hari yang berdiri sendiri.',
    detail: 'Satu hari pelatihan diapit hari libur; peserta mungkin tidak datang.',
  },
}

/** Warnings about the days of a stored class. They block nothing. */
export function PlanWarnings({ warnings }: { warnings: readonly PlanWarning[] }) {
  return (
    <ul className={styles.warnings}>
      {warnings.map(warning => {
        const { title, detail, way } = words[warning]
        return (
          <li key={warning}>
            <IconAlertTriangle size={14} aria-hidden />
            <span>
              <b>{title}</b> {detail}{' '}
              {way && (
                <LinkAction size="small" path={way.path}>
                  {way.label}
                </LinkAction>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
