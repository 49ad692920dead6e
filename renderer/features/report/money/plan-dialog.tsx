import { Box } from '@mantine/core'
import { useState } from 'react'
import type { Cash } from '../../../../shared/features/report/contract.ts'
import { activityId } from '../../../../shared/ids.ts'
import { rupiah } from '../../../../shared/kernel/money.ts'
import { monthName } from '../../../../shared/kernel/plain-date.ts'
import { api, useCommand } from '../../../app/client.ts'
import { FormDrawer } from '../../../ui/dialog/form-dialog.tsx'
import { RupiahField } from '../../../ui/form/rupiah-field.tsx'

/** The planned spending of each month. Mount only while open. */
export function PlanDialog({ cash, onClose }: { cash: Cash; onClose: () => void }) {
  const [before] = useState<(number | null)[]>(() =>
    cash.months.map(({ planned }, index) => {
      const own = planned - (cash.months[index - 1]?.planned ?? 0)
      return own === 0 ? null : own
    }),
  )
  const [amounts, setAmounts] = useState(before)
  const save = useCommand(api.activity.savePlan, {
    done: () => 'Rencana serapan disimpan.',
    undo: (_, { activityId: id }) => api.activity.savePlan.call({ activityId: id, plan: planOf(before) }),
  })
  const planned = amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0)

  async function submit() {
    const plan = planOf(amounts)
    if (await save.run({ activityId: activityId.parse(cash.activityId), plan })) onClose()
  }
  return (
    <FormDrawer
      title="Rencana serapan"
      onClose={onClose}
      action={{ label: 'Simpan rencana', hint: 'simpan', run: submit, pending: save.pending }}
      error={save.error}
      extra={
        <Box component="span" maw="6.5rem" fz="0.8125rem">
          {rupiah(planned)} dari {rupiah(cash.budget)}
        </Box>
      }
    >
      {amounts.map((amount, index) => (
        <RupiahField
          // biome-ignore lint/suspicious/noArrayIndexKey: months never move
          key={index}
          label={`${monthName(index + 1)} ${cash.year}`}
          value={amount}
          onChange={value => setAmounts(amounts.map((one, at) => (at === index ? value : one)))}
        />
      ))}
    </FormDrawer>
  )
}

/** Amounts by month, without zeros. */
function planOf(amounts: readonly (number | null)[]) {
  return amounts.flatMap((amount, index) => (amount === null || amount === 0 ? [] : [{ month: index + 1, amount }]))
}
