import { Flex } from '@mantine/core'
import { useRef } from 'react'
import { type DimensionKey, dimensionKeys, dimensions, divides } from '../../../../shared/features/report/dimension.ts'
import { isMeasure, type MeasureKey, measureKeys, measures } from '../../../../shared/features/report/measure.ts'
import type { OwnReport } from '../../../../shared/features/report/own-report.ts'
import { api, useRead } from '../../../app/client.ts'
import { useActions, useMayRun } from '../../../ui/action/action.ts'
import { LinkAction } from '../../../ui/action/action-button.tsx'
import { KeyCap } from '../../../ui/action/key-cap.tsx'
import { ChoiceSelect } from '../../../ui/form/choice-select.tsx'
import { enterMovesOn, focusNextField } from '../../../ui/form/enter-moves-on.ts'
import { field } from '../../../ui/form/field.tsx'
import { SwitchBar } from '../../../ui/form/switch-bar.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { PeriodPicker } from '../period-picker.tsx'
import styles from './choices.module.css'
import { FilterChips } from './filter-chips.tsx'
import { useRemoveOwn } from './use-remove-own.ts'

interface ChoicesProps {
  choice: OwnReport
  /** Number of rows and columns of the table. */
  counts: { rows: number; columns: number } | null
  onChange: (choice: OwnReport) => void
  onOpen: (name: string, choice: OwnReport) => void
}

const cellLabels: Record<OwnReport['cell'], string> = { count: 'Angka', rowShare: '% baris', columnShare: '% kolom' }

/** Measure, rows, columns, period and filters; and the saved reports. */
export function Choices({ choice, counts, onChange, onOpen }: ChoicesProps) {
  const known = dimensionKeys.filter(key => divides(key, choice.measure))
  const options = known.map(value => ({ value, label: dimensions[value].label }))
  const mayRun = useMayRun()
  const isForMe = (key: MeasureKey) => measures[key].unit !== 'Rp' || mayRun({ needs: 'money.see' })
  const form = useRef<HTMLDivElement>(null)
  /** A choice moves the focus to the next field, like Enter in a form. */
  const next = () => {
    const here = document.activeElement
    if (form.current && here instanceof HTMLElement) focusNextField(form.current, here)
  }
  return (
    <Panel fill label="Pilihan laporan">
      <div ref={form} className={styles.choices} onKeyDownCapture={enterMovesOn()}>
        <ChoiceSelect
          {...field({ label: 'Hitung', aside: measures[choice.measure].unit })}
          data-autofocus
          autoFocus
          onOptionSubmit={next}
          clearable={false}
          data={measureKeys.filter(isForMe).map(value => ({ value, label: measures[value].label }))}
          value={choice.measure}
          onChange={value => isMeasure(value) && onChange({ ...choice, measure: value })}
        />
        <ChoiceSelect
          {...field({ label: 'Baris', aside: counts?.rows })}
          onOptionSubmit={next}
          clearable={false}
          data={options.filter(option => option.value !== choice.columns)}
          value={choice.rows}
          onChange={value => value !== null && onChange({ ...choice, rows: value as DimensionKey })}
        />
        <ChoiceSelect
          {...field({ label: 'Kolom', aside: counts?.columns })}
          placeholder="tanpa kolom"
          onOptionSubmit={next}
          data={options.filter(option => option.value !== choice.rows)}
          value={choice.columns}
          onChange={value => onChange({ ...choice, columns: value as DimensionKey | null })}
        />
        <p className={styles.label}>Periode</p>
        <Flex direction="column" gap="0.375rem">
          <PeriodPicker period={choice.period} onChange={period => onChange({ ...choice, period })} />
        </Flex>
        <FilterChips choice={choice} onChange={onChange} />
        <p className={styles.label}>Isi sel</p>
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

function SavedList({ onOpen }: { onOpen: (name: string, choice: OwnReport) => void }) {
  const saved = useRead(api.report.saved, {})
  const remove = useRemoveOwn()
  const list = useRef<HTMLUListElement>(null)
  const toList = {
    label: 'Laporan tersimpan',
    keys: 'Alt L',
    run: () => list.current?.querySelector<HTMLElement>('button, a')?.focus(),
  }
  useActions([toList])
  if (!saved.data || saved.data.length === 0) return null
  return (
    <div className={styles.saved}>
      <h2>
        {toList.label} <KeyCap>{toList.keys}</KeyCap>
      </h2>
      <ul ref={list}>
        {saved.data.map(({ id, name, unit, choice }) => (
          <li key={id}>
            <LinkAction onAction={() => onOpen(name, choice)}>{name}</LinkAction> <small>{unit}</small>{' '}
            <LinkAction size="small" label={`Hapus ${name}`} onAction={() => void remove({ id })}>
              Hapus
            </LinkAction>
          </li>
        ))}
      </ul>
    </div>
  )
}
