import { IconCircleCheck } from '@tabler/icons-react'
import { formatClock } from '../page/moment-format.ts'
import styles from './saved-sign.module.css'

/** "Tersimpan 15.42": a page that saves itself says so. `at` is a wall time; nothing stands there before the first saving. */
export function SavedSign({ at }: { at: string | null }) {
  return (
    <span className={styles.saved} role="status">
      {at !== null && (
        <>
          <IconCircleCheck size={15} aria-hidden /> Tersimpan {formatClock(at)}
        </>
      )}
    </span>
  )
}
