import { NumberInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { Rules } from '../../../shared/features/centre/centre.ts'
import { ruleLabels, ruleUnits } from '../../../shared/features/centre/rule-words.ts'
import { api, mayOf, useRead, useSession } from '../../app/client.ts'
import { fieldOf } from '../../ui/form/field.tsx'
import { PathLink } from '../../ui/page/path-link.tsx'

/** How long personal data is kept, and how many people are past the stored limit. */
export function RetentionField({ form }: { form: UseFormReturnType<Rules> }) {
  const may = mayOf(useSession())
  const due = useRead(api.rights.due, {}, { enabled: may('rights.erase') }).data
  return (
    <NumberInput
      suffix={ruleUnits.retentionYears}
      {...fieldOf(form, 'retentionYears', {
        label: ruleLabels.retentionYears,
        hint: (
          <>
            Sesudahnya boleh dianonimkan.{' '}
            {may('rights.erase') && (
              <PathLink path="/peserta/masa-simpan">{`Melewati masa simpan: ${due?.length ?? 0} orang`}</PathLink>
            )}
          </>
        ),
      })}
    />
  )
}
