import { IconFolder, IconPrinter } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { domainErrorMessage } from '../../../shared/domain-error.ts'
import { type PaperKey, paperTitle } from '../../../shared/facts/paper-key.ts'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import { api, QueryBoundary, useRead } from '../../app/client.ts'
import { cohortPath } from '../../app/cohort-path.ts'
import { type Action, useActions, useMayRun } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { SwitchBar } from '../../ui/form/switch-bar.tsx'
import { CohortFrame, WithCohort } from '../cohort/cohort-frame.tsx'
import { usePaperDialog } from '../paper/use-paper-dialog.tsx'
import { BudgetSection } from './budget-section.tsx'
import { EvaluationSection } from './evaluation-section.tsx'
import { ItemsSection } from './items-section.tsx'
import { KitsSection } from './kits-section.tsx'
import { MaterialsSection } from './materials-section.tsx'
import { PhotosSection } from './photos-section.tsx'
import { type ProvisionPart, provisionParts, provisionPath } from './provision-path.ts'
import { RatesSection } from './rates-section.tsx'
import { SupplySection } from './supply-section.tsx'

/**
 * Perlengkapan: the data of lists and receipts. Belongs to the tab Berkas, because nothing else uses it and people come here from a paper that is
 * still empty.
 */
export function CohortProvisions({ code, part }: { code: string; part: ProvisionPart }) {
  return (
    <WithCohort code={code} tab="papers" title="Perlengkapan">
      {cohort => <Provided cohort={cohort} part={part} />}
    </WithCohort>
  )
}

/** The paper that Ctrl P prints for each part; the others are in Berkas. */
const papers: Record<ProvisionPart, PaperKey> = {
  bahan: 'materials-request',
  penyedia: 'materials-inspection',
  peserta: 'receipt-clothing',
  barang: 'receipt-stationery',
  tarif: 'receipt-transport',
  rab: 'budget',
  evaluasi: 'evaluation-recap',
  foto: 'photos',
}

function Provided({ cohort, part }: { cohort: Cohort; part: ProvisionPart }) {
  const router = useRouter()
  const { code, title } = cohort
  const provisions = useRead(api.provision.ofCohort, { code })
  const mayRun = useMayRun()
  const paper = usePaperDialog(cohort)
  const print: Action = {
    label: 'Cetak',
    hint: `cetak ${paperTitle(papers[part]).toLowerCase()}`,
    keys: 'Ctrl P',
    icon: IconPrinter,
    run: () => paper.open(papers[part]),
  }
  useActions([print])
  const locked =
    cohort.status === 'cancelled' ? domainErrorMessage({ code: 'cohort_cancelled', cohort: title }) : undefined
  return (
    <CohortFrame
      cohort={cohort}
      tab="papers"
      title="Perlengkapan"
      fixed={part !== 'tarif' && part !== 'foto' && part !== 'penyedia'}
      actions={
        <>
          <ActionButton icon={IconFolder} onAction={() => router.history.push(cohortPath(code, 'papers'))}>
            Berkas
          </ActionButton>
          <ActionButton action={print} />
        </>
      }
    >
      <header>
        <SwitchBar
          label="Bagian perlengkapan"
          options={provisionParts.filter(mayRun)}
          value={part}
          onChange={next => router.history.replace(provisionPath(code, next))}
        />
      </header>
      <QueryBoundary query={provisions} rows={12}>
        {data => {
          const given = { code, provisions: data, locked }
          if (part === 'peserta') return <KitsSection {...given} />
          if (part === 'barang') return <ItemsSection {...given} />
          if (part === 'tarif') return data.money && <RatesSection {...given} {...data.money} />
          if (part === 'penyedia') return <SupplySection {...given} />
          if (part === 'rab') return data.money && <BudgetSection {...given} stored={data.money.budget} />
          if (part === 'evaluasi') return <EvaluationSection {...given} />
          if (part === 'foto') return <PhotosSection {...given} />
          return <MaterialsSection {...given} program={cohort.program} />
        }}
      </QueryBoundary>
      {paper.dialog}
    </CohortFrame>
  )
}
