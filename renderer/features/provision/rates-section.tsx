import { useState } from 'react'
import type { RateRow } from '../../../shared/features/provision/contract.ts'
import { type RateKind, rateKindNames } from '../../../shared/features/provision/provision.ts'
import { rupiah } from '../../../shared/kernel/money.ts'
import { api } from '../../app/client.ts'
import { useSharedCommand } from '../../app/desk/use-shared-command.tsx'
import { type Action, useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { RupiahField } from '../../ui/form/rupiah-field.tsx'
import { Columns } from '../../ui/page/columns.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './provision.module.css'
import type { SectionProps } from './provision-path.ts'

const levels = ['cohort', 'activity', 'centre'] as const
type Level = (typeof levels)[number]
const levelNames: Record<Level, string> = {
  cohort: 'Kelas ini',
  activity: 'Semua kelas kegiatan ini',
  centre: 'Balai (tarif baku)',
}

/** Tarif: rates of this class, else of its activity, else of the centre. */
export function RatesSection({ code, provisions: { hasActivity }, rates }: SectionProps & { rates: RateRow[] }) {
  const save = useSharedCommand(api.provision.saveRate, {
    label: ({ row, field }) => `${row}, ${levelNames[field as Level]}`,
    format: (_, value) => (typeof value === 'number' ? rupiah(value) : undefined),
  })
  const [typed, setTyped] = useState<Readonly<Record<string, number | null>>>({})
  const [unread, setUnread] = useState<ReadonlySet<string>>(new Set())
  const shownRate = (rate: RateRow, level: Level) => {
    const key = `${rate.kind} ${level}`
    return key in typed ? (typed[key] ?? null) : rate[level]
  }
  const changes = rates.flatMap(rate =>
    levels
      .filter(level => shownRate(rate, level) !== rate[level])
      .map(level => ({ kind: rate.kind, level, amount: shownRate(rate, level), seen: rate[level] })),
  )
  const refused =
    changes.length === 0
      ? 'Belum ada yang diubah.'
      : unread.size > 0
        ? 'Perbaiki dulu isian yang bukan rupiah.'
        : rejectedBy(changes, hasActivity)
  const store: Action = {
    label: 'Simpan tarif',
    needs: 'money.change',
    keys: 'Ctrl S',
    tone: 'primary',
    refused,
    async run() {
      for (const change of changes) if (!(await save.run({ code, ...change }))) return
      setTyped({})
    },
  }
  useActions([store])

  return (
    <div className={styles.rates}>
      <ErrorNote error={save.error} />
      {rates.map(rate => (
        <Panel key={rate.kind} title={rateKindNames[rate.kind]} facts={whatCounts(rate)}>
          <Columns widths="1fr 1fr 1fr">
            {levels.map(level => (
              <RupiahField
                key={level}
                label={levelNames[level]}
                optional
                value={shownRate(rate, level)}
                onChange={amount => setTyped(before => ({ ...before, [`${rate.kind} ${level}`]: amount }))}
                onUnread={isUnread => setUnread(marked(unread, `${rate.kind} ${level}`, isUnread))}
                {...(level === 'activity' && !hasActivity ? { hint: 'Kelas ini belum punya kegiatan.' } : {})}
              />
            ))}
          </Columns>
        </Panel>
      ))}
      <div className={layout.buttons}>
        <ActionButton action={store} />
      </div>
    </div>
  )
}

function whatCounts({ cohort, activity, centre }: RateRow): string {
  if (cohort !== null) return `berlaku ${rupiah(cohort)}, tarif kelas ini`
  if (activity !== null) return `berlaku ${rupiah(activity)}, tarif kegiatan`
  if (centre !== null) return `berlaku ${rupiah(centre)}, tarif baku`
  return 'belum ditetapkan; dicetak kosong'
}

function rejectedBy(changes: readonly { kind: RateKind; level: Level }[], hasActivity: boolean): string | undefined {
  if (hasActivity || !changes.some(change => change.level === 'activity')) return undefined
  return 'Kelas ini belum punya kegiatan.'
}

function marked(set: ReadonlySet<string>, key: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(set)
  if (isIn) next.add(key)
  else next.delete(key)
  return next
}
