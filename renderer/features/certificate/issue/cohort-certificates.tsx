import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { CertificateKind } from '../../../../shared/features/certificate/contract.ts'
import type { Cohort } from '../../../../shared/features/cohort/contract.ts'
import { api, keepShown, QueryBoundary, useRead, useToday } from '../../../app/client.ts'
import { cohortPath } from '../../../app/cohort-path.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { CohortFrame, WithCohort } from '../../cohort/cohort-frame.tsx'
import { kindName } from '../kind-labels.ts'
import { type Answers, noAnswers } from './issue-answers.ts'
import { type IssueDraft, issueGroups } from './issue-groups.ts'
import { IssuePapers } from './issue-papers.tsx'
import { KindSwitch } from './kind-switch.tsx'

interface CohortCertificatesProps {
  code: string
  kind: CertificateKind
  /** Number in the list of the class of the person shown. */
  position: number | undefined
}

/** Certificates of a class: all checks before printing, one issue, then reprints at any time. */
export function CohortCertificates({ code, kind, position }: CohortCertificatesProps) {
  const today = useToday()
  const [draft, setDraft] = useState<IssueDraft>({ issuedOn: today, officerId: null, printPhoto: null })
  const [answers, setAnswers] = useState<Answers>(noAnswers)
  const { issuedOn } = draft
  const reading = useRead(api.certificate.prepare, issuedOn === null ? null : { code, kind, ...draft, issuedOn }, {
    ...keepShown,
  })
  const title = `Terbitkan ${kindName(kind)}`
  // Data of the previous kind must not be shown for this kind.
  const preparation = reading.data?.kind === kind ? reading.data : undefined
  const groups = preparation && issueGroups(preparation, answers)
  const order = groups ? [...groups.wrong, ...groups.noted, ...groups.ready, ...groups.issued] : []
  const current = order.find(one => one.position === position) ?? order[0]
  return (
    <WithCohort code={code} tab="certificates" title={title}>
      {cohort =>
        preparation && groups && current ? (
          <IssuePapers
            {...{ cohort, preparation, groups, order, current, issuedOn, answers }}
            onAnswers={setAnswers}
            onDraft={change => setDraft({ ...draft, ...change })}
          />
        ) : (
          <CohortFrame
            cohort={cohort}
            tab="certificates"
            title={title}
            {...(cohort.progress.graduation ? { actions: <KindSwitch {...{ cohort, kind }} /> } : {})}
          >
            <QueryBoundary query={reading} rows={10}>
              {() => preparation && <NobodyEntitled {...{ cohort, kind }} />}
            </QueryBoundary>
          </CohortFrame>
        )
      }
    </WithCohort>
  )
}

/** Nobody gets this kind of paper, or it is not decided yet. */
function NobodyEntitled({ cohort, kind }: { cohort: Cohort; kind: CertificateKind }) {
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
