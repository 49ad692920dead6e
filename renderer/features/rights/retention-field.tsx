import { NumberInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import type { Rules } from '../../../shared/features/centre/centre.ts'
import { api } from '../../app/client.ts'
import { field } from '../../ui/form/field.tsx'
import { PathLink } from '../../ui/page/path-link.tsx'

/** How long data of a person is kept, and how many are past it by the rule as it is stored. */
export function RetentionField({ form }: { form: UseFormReturnType<Rules> }) {
  const due = useQuery(api.rights.due.queryOptions({ input: {} })).data
  return (
    <NumberInput
      {...field({
        label: 'Data peserta disimpan sejak kelas terakhirnya selesai',
        hint: (
          <>
            Sesudahnya boleh dianonimkan.{' '}
            <PathLink path="/peserta/masa-simpan">{`Melewati masa simpan: ${due?.length ?? 0} orang`}</PathLink>
          </>
        ),
      })}
      suffix=" tahun"
      {...form.getInputProps('retentionYears')}
    />
  )
}
