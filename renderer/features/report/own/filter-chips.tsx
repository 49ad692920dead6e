import { Flex, Menu, MultiSelect, Popover } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { type DimensionKey, dimensionKeys, dimensions, divides } from '../../../../shared/features/report/dimension.ts'
import type { OwnReport } from '../../../../shared/features/report/own-report.ts'
import { api, useRead } from '../../../app/client.ts'
import styles from './filter-chips.module.css'

interface FilterChipsProps {
  choice: OwnReport
  onChange: (choice: OwnReport) => void
}

/** The most used filters; the others are one step away. */
const usual: readonly DimensionKey[] = ['source', 'sex', 'target', 'education', 'age', 'instructor']

/** Filters on people: a dashed chip adds one, a solid one shows its value and is removed with its cross. */
export function FilterChips({ choice, onChange }: FilterChipsProps) {
  const [open, setOpen] = useState<DimensionKey | null>(null)
  const known = dimensionKeys.filter(key => divides(key, choice.measure))
  const isSet = (key: DimensionKey) => (choice.filters[key]?.length ?? 0) > 0
  const shown = known
    .filter(key => isSet(key) || usual.includes(key) || key === open)
    .toSorted((a, b) => Number(isSet(b)) - Number(isSet(a)))
  const others = known.filter(key => !shown.includes(key))
  const count = known.filter(isSet).length
  return (
    <fieldset className={styles.filters}>
      <legend>
        Saring <span>{count === 0 ? 'tanpa saringan' : `${count} saringan`}</span>
      </legend>
      <Flex wrap="wrap" gap="0.375rem">
        {shown.map(key => (
          <FilterChip
            key={key}
            dimension={key}
            choice={choice}
            opened={open === key}
            onOpen={opened => setOpen(opened ? key : null)}
            onChange={onChange}
          />
        ))}
        {others.length > 0 && (
          <Menu position="bottom-start" trapFocus returnFocus>
            <Menu.Target>
              <button type="button" className={styles.chip}>
                <IconPlus size={13} aria-hidden /> Lainnya
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              {others.map(key => (
                <Menu.Item key={key} onClick={() => setOpen(key)}>
                  {dimensions[key].label}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </Flex>
    </fieldset>
  )
}

interface FilterChipProps extends FilterChipsProps {
  dimension: DimensionKey
  opened: boolean
  onOpen: (opened: boolean) => void
}

function FilterChip({ dimension, choice, opened, onOpen, onChange }: FilterChipProps) {
  const { measure, period } = choice
  const { label } = dimensions[dimension]
  const chosen = choice.filters[dimension] ?? []
  const isSet = chosen.length > 0
  const values = useRead(api.report.values, { measure, dimension, period }, { enabled: opened || isSet })
  const found = values.data ?? []
  const { [dimension]: _, ...others } = choice.filters
  function take(next: OwnReport['filters'][DimensionKey] & {}) {
    onChange({ ...choice, filters: next.length === 0 ? others : { ...others, [dimension]: next } })
  }
  const words =
    chosen.length === 1 ? (found.find(one => one.key === chosen[0])?.label ?? '…') : `${chosen.length} pilihan`
  return (
    <span className={styles.place}>
      <Popover
        opened={opened}
        onChange={onOpen}
        position="bottom-start"
        shadow="md"
        trapFocus
        returnFocus
        width="18rem"
      >
        <Popover.Target>
          <button type="button" className={styles.chip} data-set={isSet || undefined} onClick={() => onOpen(!opened)}>
            {!isSet && <IconPlus size={13} aria-hidden />} {label} {isSet && <b>{words}</b>}
          </button>
        </Popover.Target>
        <Popover.Dropdown aria-label={`Saring ${label}`}>
          <MultiSelect
            label={label}
            data-autofocus
            searchable
            hidePickedOptions
            selectFirstOptionOnChange
            comboboxProps={{ withinPortal: false }}
            placeholder={isSet ? undefined : 'Semua'}
            nothingFoundMessage="Tidak ada"
            data={found.map(one => ({ value: String(one.key), label: one.label }))}
            value={chosen.map(String)}
            onChange={next => take(next.map(text => found.find(one => String(one.key) === text)?.key ?? text))}
          />
        </Popover.Dropdown>
      </Popover>
      {isSet && (
        <button type="button" className={styles.remove} aria-label={`Hapus saringan ${label}`} onClick={() => take([])}>
          <IconX size={13} aria-hidden />
        </button>
      )}
    </span>
  )
}
