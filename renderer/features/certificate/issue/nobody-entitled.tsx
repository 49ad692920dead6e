import { useRouter } from '@tanstack/react-router'
import type { CertificateKind } from '../../../../shared/features/certificate/contract.ts'
import type { Cohort } from '../../../../shared/features/cohort/contract.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { cohortPath } from '../../cohort/detail/cohort-tabs.ts'

/** Nobody is entitled to this kind of paper, or nobody has decided about it yet. */
export function NobodyEntitled({ cohort, kind }: { cohort: Cohort; kind: CertificateKind }) {
  const router = useRouter()
  if (cohort.progress.graduation)
    return (
      <Panel>
        <EmptyState
          title={kind === 'certificate' ? 'Belum ada yang lulus.' : 'Tidak ada yang berhak atas surat keterangan.'}
        />
      </Panel>
    )
  return (
    <Panel>
      <EmptyState
        title="Sidang kelulusan belum menetapkan hasil."
        actions={
          <ActionButton tone="primary" onAction={() => router.history.push(cohortPath(cohort.code, 'graduation'))}>
            Buka sidang kelulusan
          </ActionButton>
        }
      >
        Sertifikat untuk yang lulus dan surat keterangan untuk yang tidak lulus terbit menurut keputusan itu.
      </EmptyState>
    </Panel>
  )
}
