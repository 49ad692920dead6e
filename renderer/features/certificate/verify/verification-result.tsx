import { Box } from '@mantine/core'
import { recordRows } from '../../../../shared/features/certificate/record-rows.ts'
import type { Verification } from '../../../../shared/features/certificate/verification.ts'
import { verificationAnswers } from '../../../../shared/features/certificate/verification-answers.ts'
import { FactList } from '../../../ui/page/fact-list.tsx'
import layout from '../../../ui/page/layout.module.css'
import styles from './verification-result.module.css'

/** The result in one word, the reason, and the signed record to compare with the paper. */
export function VerificationResult({ answer: { status, certificate, reason } }: { answer: Verification }) {
  return (
    <section
      className={styles.answer}
      data-tone={verificationAnswers[status].tone}
      role="status"
      aria-label="Hasil pemeriksaan"
    >
      <Box component="h2" c="var(--tone)" fz="1.625rem" fw={700} lts="0.02em" lh="2.125rem">
        {verificationAnswers[status].title}
      </Box>
      <Box component="p" maw="44rem" fz="0.875rem" lh="1.375rem">
        {reason}
      </Box>
      {certificate && (
        <div className={styles.record}>
          <FactList facts={recordRows(certificate)} />
          <p className={layout.detail}>
            Bandingkan dengan yang tertulis pada kertas: kode yang sah dapat disalin ke kertas lain.
          </p>
        </div>
      )}
    </section>
  )
}
