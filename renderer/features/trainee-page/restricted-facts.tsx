import type { Restricted } from '../../../shared/features/trainee/contract.ts'
import { disabilityLabels, restrictedLabels } from '../../../shared/features/trainee/restricted.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import { FactColumns } from '../../ui/page/fact-list.tsx'
import { Panel } from '../../ui/page/panel.tsx'

interface RestrictedFactsProps {
  restricted: Restricted
  onHide: () => void
}

/** Restricted data, read on request; each access is recorded. */
export function RestrictedFacts({ restricted, onHide }: RestrictedFactsProps) {
  const { disability } = restricted
  return (
    <Panel
      title="Data terbatas"
      facts="penampilan ini dicatat"
      extra={<LinkAction onAction={onHide}>Sembunyikan</LinkAction>}
    >
      <FactColumns
        facts={[
          { label: restrictedLabels.stuntedChild, value: restricted.stuntedChild },
          { label: restrictedLabels.disability, value: disability && disabilityLabels[disability] },
          { label: restrictedLabels.disabilityNeeds, value: restricted.disabilityNeeds },
          { label: restrictedLabels.bankName, value: restricted.bankName },
          { label: restrictedLabels.bankAccount, value: restricted.bankAccount },
          { label: restrictedLabels.bankHolder, value: restricted.bankHolder },
        ]}
      />
    </Panel>
  )
}
