import { MultiSelect, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { type DimensionKey, dimensionKeys, dimensions, divides } from '../../../../shared/features/report/dimension.ts'
import { isMeasure, measureKeys, measures } from '../../../../shared/features/report/measure.ts'
import type { OwnReport } from '../../../../shared/features/report/own-report.ts'
import { api } from '../../../app/client.ts'
import { useCommand } from '../../../app/use-command.ts'
import { KeyCap } from '../../../ui/action/key-cap.tsx'
import { LinkAction } from '../../../ui/action/link-action.tsx'
import { useActions } from '../../../ui/action/use-actions.ts'
import { ChoiceSelect } from '../../../ui/form/choice-select.tsx'
import { field } from '../../../ui/form/field.tsx'
import { SwitchBar } from '../../../ui/form/switch-bar.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { PeriodPicker } from '../period-picker.tsx'
import styles from './choices.module.css'

interface ChoicesProps {
  choice: OwnReport
  onChange: (choice: OwnReport) => void
  onOpen: (name: string, choice: OwnReport) => void
}

const cellLabels: Record<OwnReport['cell'], string> = { count: 'Angka', rowShare: '% baris', columnShare: '% kolom' }

/** What is counted, by what, of when, of whom; and the reports that were saved. */
export function Choices({ choice, onChange, onOpen }: ChoicesProps) {
  const known = dimensionKeys.filter(key => divides(key, choice.measure))
  const options = known.map(value => ({ value, label: dimensions[value].label }))
  const filters = Object.keys(choice.filters) as DimensionKey[]
  return (
    <Panel label="Pilihan laporan">
      <div className={styles.choices}>
        <ChoiceSelect
          {...field({ label: 'Hitung', aside: measures[choice.measure].unit })}
          data-autofocus
          autoFocus
          clearable={false}
          data={measureKeys.map(value => ({ value, label: measures[value].label }))}
          value={choice.measure}
          onChange={value => isMeasure(value) && onChange({ ...choice, measure: value })}
        />
        <ChoiceSelect
          {...field({ label: 'Baris' })}
          clearable={false}
          data={options.filter(option => option.value !== choice.columns)}
          value={choice.rows}
          onChange={value => value !== null && onChange({ ...choice, rows: value as DimensionKey })}
        />
        <ChoiceSelect
          {...field({ label: 'Kolom', optional: true })}
          data={options.filter(option => option.value !== choice.rows)}
          value={choice.columns}
          onChange={value => onChange({ ...choice, columns: value as DimensionKey | null })}
        />
        <div className={styles.period}>
          <PeriodPicker period={choice.period} onChange={period => onChange({ ...choice, period })} />
        </div>
        <Select
          {...field({ label: 'Saring menurut', optional: true })}
          placeholder="Tambah saringan"
          data={options.filter(option => !filters.includes(option.value))}
          value={null}
          onChange={value => value !== null && onChange({ ...choice, filters: { ...choice.filters, [value]: [] } })}
        />
        {filters.map(dimension => (
          <FilterField key={dimension} dimension={dimension} choice={choice} onChange={onChange} />
        ))}
        <SwitchBar
          label="Isi sel"
          size="small"
          options={(Object.keys(cellLabels) as OwnReport['cell'][]).map(value => ({ value, label: cellLabels[value] }))}
          value={choice.cell}
          onChange={cell => onChange({ ...choice, cell })}
        />
      </div>
      <SavedList onOpen={onOpen} />
    </Panel>
  )
}

interface FilterFieldProps {
  dimension: DimensionKey
  choice: OwnReport
  onChange: (choice: OwnReport) => void
}

/** The values of one dimension that are let through; without any, the filter does nothing. */
function FilterField({ dimension, choice, onChange }: FilterFieldProps) {
  const { measure, period } = choice
  const values = useQuery(api.report.values.queryOptions({ input: { measure, dimension, period } }))
  const found = values.data ?? []
  const chosen = choice.filters[dimension] ?? []
  const { [dimension]: _, ...others } = choice.filters
  return (
    <div>
      <MultiSelect
        {...field({ label: dimensions[dimension].label })}
        searchable
        placeholder={chosen.length === 0 ? 'Semua' : undefined}
        data={found.map(({ key, label }) => ({ value: String(key), label }))}
        value={chosen.map(String)}
        onChange={next =>
          onChange({
            ...choice,
            filters: {
              ...choice.filters,
              [dimension]: next.map(text => found.find(one => String(one.key) === text)?.key ?? text),
            },
          })
        }
      />
      <LinkAction
        size="small"
        label={`Hapus saringan ${dimensions[dimension].label}`}
        onAction={() => onChange({ ...choice, filters: others })}
      >
        Hapus saringan
      </LinkAction>
    </div>
  )
}

function SavedList({ onOpen }: { onOpen: (name: string, choice: OwnReport) => void }) {
  const saved = useQuery(api.report.saved.queryOptions({ input: {} }))
  const remove = useCommand(api.report.removeOwn, {
    done: () => 'Laporan tersimpan dihapus.',
    async undo(_, { id }) {
      const gone = saved.data?.find(one => one.id === id)
      if (gone) await api.report.saveOwn.call({ name: gone.name, choice: gone.choice })
    },
  })
  const list = useRef<HTMLUListElement>(null)
  useActions([
    {
      label: 'Laporan tersimpan',
      keys: 'Alt L',
      run: () => list.current?.querySelector<HTMLElement>('button, a')?.focus(),
    },
  ])
  if (!saved.data || saved.data.length === 0) return null
  return (
    <div className={styles.saved}>
      <h3>
        Laporan tersimpan <KeyCap>Alt L</KeyCap>
      </h3>
      <ul ref={list}>
        {saved.data.map(({ id, name, unit, choice }) => (
          <li key={id}>
            <LinkAction onAction={() => onOpen(name, choice)}>{name}</LinkAction> <small>{unit}</small>{' '}
            <LinkAction size="small" label={`Hapus ${name}`} onAction={() => void remove.run({ id })}>
              Hapus
            </LinkAction>
          </li>
        ))}
      </ul>
    </div>
  )
}
