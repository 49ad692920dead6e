import type { CertificateHistory } from '../../../../shared/features/certificate/book-contract.ts'
import { hundredths } from '../../../../shared/kernel/number-format.ts'
import { longDate } from '../../../../shared/kernel/plain-date.ts'
import { cohortPath } from '../../../app/cohort-path.ts'
import { LinkAction } from '../../../ui/action/action-button.tsx'
import { FactList } from '../../../ui/page/fact-list.tsx'
import layout from '../../../ui/page/layout.module.css'
import { Panel } from '../../../ui/page/panel.tsx'
import { kindTitle } from '../kind-labels.ts'
import { formatLastVerification } from './life-line.ts'

/** Contents and owner of the paper. */
export function PaperFacts({ paper }: { paper: CertificateHistory }) {
  const { number, kind, code } = paper
  return (
    <Panel title={kindTitle(kind)}>
      <FactList
        facts={[
          { label: 'Nomor', value: <b className={layout.digits}>{number}</b> },
          {
            label: 'Kelas',
            value: (
              <LinkAction path={cohortPath(code, 'certificates')}>
                {paper.cohortTitle} · {code}
              </LinkAction>
            ),
          },
          { label: 'Program', value: paper.program },
          { label: 'Nilai akhir', value: formatResult(paper) },
          { label: 'Tanggal terbit', value: longDate(paper.issuedOn) },
          { label: 'Penanda tangan', value: paper.signer },
          { label: 'Pemeriksaan', value: formatLastVerification(paper) },
        ]}
      />
    </Panel>
  )
}

/** '79,90 · Cukup · hadir 14 dari 15' */
function formatResult({ final, predicate, present, planned }: CertificateHistory): string {
  return [final !== null && hundredths(final), predicate, `hadir ${present} dari ${planned}`]
    .filter(Boolean)
    .join(' · ')
}
