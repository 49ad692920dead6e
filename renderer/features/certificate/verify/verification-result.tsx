import { recordRows } from '../../../../shared/features/certificate/record-rows.ts'
import type { Verification, VerificationStatus } from '../../../../shared/features/certificate/verification.ts'
import { verificationTitle } from '../../../../shared/features/certificate/verification-title.ts'
import { classNames } from '../../../ui/page/class-names.ts'
import { FactList } from '../../../ui/page/fact-list.tsx'
import styles from './verification-result.module.css'

const tones: Record<VerificationStatus, 'ok' | 'warn' | 'err'> = {
  valid: 'ok',
  superseded: 'warn',
  unknown: 'warn',
  revoked: 'err',
  tampered: 'err',
}

/** The answer in one word, why, and what the signed record says to be compared with the paper. */
export function VerificationResult({ answer: { status, certificate, reason } }: { answer: Verification }) {
  return (
    <section className={classNames(styles.answer, styles[tones[status]])} role="status" aria-label="Hasil pemeriksaan">
      <h2 className={styles.title}>{verificationTitle(status)}</h2>
      <p className={styles.reason}>{reason}</p>
      {certificate && (
        <div className={styles.record}>
          <FactList facts={recordRows(certificate)} />
          <p className={styles.note}>
            Bandingkan dengan yang tertulis pada kertas: kode yang sah dapat disalin ke kertas lain.
          </p>
        </div>
      )}
    </section>
  )
}
