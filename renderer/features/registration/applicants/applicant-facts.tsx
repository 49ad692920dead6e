import { applicantStateName, type EventKind } from '../../../../shared/features/registration/applicant-state.ts'
import type { Applicant } from '../../../../shared/features/registration/contract.ts'
import { outcomeName, priorityName } from '../../../../shared/features/registration/registration-format.ts'
import { showPhone } from '../../../../shared/features/trainee/phone.ts'
import { longDate, type PlainDate, shortDate } from '../../../../shared/kernel/plain-date.ts'
import { FactList } from '../../../ui/page/fact-list.tsx'
import layout from '../../../ui/page/layout.module.css'
import styles from '../registration.module.css'

const formatEvent: Record<EventKind, string> = {
  WITHDRAWN: 'Mengundurkan diri',
  WITHDRAWAL_UNDONE: 'Pengunduran diri ditarik kembali',
  PROMOTED: 'Naik dari cadangan',
  RE_REGISTERED: 'Daftar ulang',
  RE_REGISTRATION_UNDONE: 'Daftar ulang dibatalkan',
  ENROLLED: 'Masuk kelas',
}

/** Data of an applicant and the history, oldest first. */
export function ApplicantFacts({ applicant }: { applicant: Applicant }) {
  const { override, events, village, district, phone, leftCohort } = applicant
  return (
    <>
      <FactList
        facts={[
          { label: 'Keadaan', value: applicantStateName(applicant.state) },
          { label: 'Nomor', value: `${applicant.number}, ${longDate(applicant.registeredOn)}` },
          { label: 'Prioritas', value: priorityName(applicant.priority) },
          { label: 'Alamat', value: village ? `Kel. ${village}, Kec. ${district}` : '–' },
          { label: 'No. HP', value: showPhone(phone) || '–' },
          ...(override ? [{ label: 'Panitia', value: `${outcomeName(override.decision)}: ${override.reason}` }] : []),
          ...(applicant.tieReason === '' ? [] : [{ label: 'Nilai sama', value: applicant.tieReason }]),
          ...(leftCohort ? [{ label: 'Keluar kelas', value: `setelah hari ke-${leftCohort.afterDay}` }] : []),
        ]}
      />
      {events.length > 0 && (
        <ul className={styles.history} aria-label="Riwayat">
          {events.map(event => (
            <li key={`${event.at} ${event.kind}`}>
              <b>{formatEvent[event.kind]}</b>
              {event.reason !== '' && `: ${event.reason}`}
              <span className={layout.quiet}>
                {' '}
                · {shortDate(event.at.slice(0, 10) as PlainDate)}, {event.by}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
