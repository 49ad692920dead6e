import { Drawer, TextInput } from '@mantine/core'
import { fitsBudgetYear, overspent, spendingDraft, sumsOf } from '../../../shared/features/activity/activity.ts'
import type { Activity } from '../../../shared/features/activity/contract.ts'
import { rupiah } from '../../../shared/kernel/money.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { api } from '../../app/client.ts'
import { useToday } from '../../app/session.tsx'
import { useCommand } from '../../app/use-command.ts'
import { useDraftForm } from '../../app/use-draft-form.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { enterMovesOn } from '../../ui/enter-moves-on.ts'
import { field } from '../../ui/field.tsx'
import { Note } from '../../ui/note.tsx'
import { RupiahField } from '../../ui/rupiah-field.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import styles from './activity-form.module.css'

export interface SpendingDrawerProps {
  activity: Activity
  onClose: () => void
}

type Values = { date: PlainDate | null; description: string; amount: number | null; evidence: string }

/** What was spent on an activity, with its evidence. Beyond the budget it warns and still writes. Mount it while it is open. */
export function SpendingDrawer({ activity, onClose }: SpendingDrawerProps) {
  const today = useToday()
  const blank: Values = {
    date: fitsBudgetYear(today, activity.budgetYear) ? today : null,
    description: '',
    amount: null,
    evidence: '',
  }
  const { form, read } = useDraftForm(spendingDraft, blank)
  const save = useCommand(api.activity.saveSpending, {
    done: (_, { spending }) => `Realisasi ${rupiah(spending.amount)} dicatat.`,
  })
  const { amount, date } = form.values
  const beyond = overspent(sumsOf(activity.budget, activity.realized + (amount ?? 0)))

  async function submit() {
    const spending = read()
    if (spending && (await save.run({ activityId: activity.id, spending }))) onClose()
  }
  useKeys([{ keys: 'Ctrl S', label: 'simpan', run: () => void submit() }], 'dialog')

  return (
    <Drawer opened onClose={onClose} title="Catat realisasi" classNames={{ title: styles.title ?? '' }}>
      <div className={styles.form} onKeyDownCapture={enterMovesOn(() => void submit())}>
        <DateField label="Tanggal" today={today} autoFocus {...form.getInputProps('date')} value={date} />
        <TextInput {...field({ label: 'Uraian' })} {...form.getInputProps('description')} />
        <RupiahField
          label="Jumlah"
          hint={`Sisa pagu ${rupiah(activity.left)}`}
          warning={amount !== null && beyond > 0 && `Melebihi pagu ${rupiah(beyond)}. Periksa jumlahnya.`}
          {...form.getInputProps('amount')}
          value={amount}
        />
        <TextInput
          {...field({ label: 'Nomor bukti', hint: 'SP2D, kuitansi, atau BAST.' })}
          {...form.getInputProps('evidence')}
        />
        {save.error !== null && (
          <Note tone="err" live>
            {save.error}
          </Note>
        )}
        <div className={styles.acts}>
          <ActButton keys="Esc" onAct={onClose}>
            Batal
          </ActButton>
          <ActButton tone="primary" keys="Ctrl S" pending={save.pending} onAct={submit}>
            Simpan realisasi
          </ActButton>
        </div>
      </div>
    </Drawer>
  )
}
