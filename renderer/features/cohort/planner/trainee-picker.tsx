import { Box, Checkbox, Drawer, Flex, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { TraineeRow } from '../../../../shared/features/trainee/contract.ts'
import { everybody } from '../../../../shared/features/trainee/trainee-filter.ts'
import { api, isAnswered, keepShown, QueryBoundary, useRead } from '../../../app/client.ts'
import { type Action, cancelAction, useActions } from '../../../ui/action/action.ts'
import { ActionButtons, LinkAction } from '../../../ui/action/action-button.tsx'
import { KeyHints } from '../../../ui/action/key-cap.tsx'
import { listKeys } from '../../../ui/action/widget-keys.ts'
import { wideDrawer } from '../../../ui/dialog/form-dialog.tsx'
import { useHeldKeys } from '../../../ui/form/use-held-keys.ts'
import layout from '../../../ui/page/layout.module.css'
import type { ChosenTrainee } from './planner-values.ts'
import { TraineeOption } from './trainee-option.tsx'
import styles from './trainee-picker.module.css'
import { type BusyDay, useBusyTrainees } from './use-busy-trainees.ts'

interface TraineePickerProps {
  chosen: readonly ChosenTrainee[]
  /** Highest number of people. */
  limit: number
  /** Days of the class: people who are in another class then stay visible with the reason, but cannot be chosen. */
  during?: readonly BusyDay[] | null
  /** Gets everybody chosen, in the order of choice. */
  onDone: (chosen: ChosenTrainee[]) => void
  onClose: () => void
}

const shown = 200
const page = 10

/** Chooses trainees by typing: ↓ ↑ move through the hits, Enter toggles, Shift with an arrow selects a range. */
export function TraineePicker({ chosen, limit, during = null, onDone, onClose }: TraineePickerProps) {
  const [search, setSearch] = useState('')
  const [picked, setPicked] = useState<readonly ChosenTrainee[]>(chosen)
  const [active, setActive] = useState(0)
  const [fresh, setFresh] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const found = useRead(
    api.trainee.list,
    {
      search,
      limit: shown,
      offset: 0,
      ...(fresh ? { filter: { ...everybody, state: 'none' as const } } : {}),
    },
    keepShown,
  )
  const rows = found.data?.rows ?? []
  const holdingKeys = useHeldKeys(isAnswered(found))
  const whyBusy = useBusyTrainees(during)
  const done = () => onDone([...picked])
  const use: Action = {
    label: `Pakai ${picked.length} peserta`,
    widest: 'Pakai 16 peserta',
    keys: 'Ctrl Enter',
    tone: 'primary',
    run: done,
  }
  const onlyFresh: Action = {
    label: 'Hanya yang belum ikut',
    hint: 'hanya yang belum ikut',
    keys: 'Alt L',
    run() {
      setFresh(!fresh)
      setActive(0)
    },
  }
  useActions([use, onlyFresh], 'dialog')

  useEffect(() => {
    list.current?.querySelector(`[data-index="${active}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const isPicked = (row: TraineeRow) => picked.some(person => person.id === row.id)
  function take(more: readonly TraineeRow[]) {
    const fresh = more.filter(row => !isPicked(row) && whyBusy(row) === null)
    setPicked([...picked, ...fresh.map(({ id, name, village }) => ({ id, name, village }))].slice(0, limit))
  }
  function toggle(row: TraineeRow) {
    if (isPicked(row)) setPicked(picked.filter(person => person.id !== row.id))
    else take([row])
  }

  function press(event: KeyboardEvent<HTMLElement>) {
    const row = rows[active]
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page }[event.key]
    if (by !== undefined) {
      event.preventDefault()
      const next = Math.min(rows.length - 1, Math.max(0, active + by))
      if (event.shiftKey) take(rows.slice(Math.min(active, next), Math.max(active, next) + 1))
      setActive(next)
    } else if (event.key === 'Enter' && !event.ctrlKey && row) {
      event.preventDefault()
      toggle(row)
      if (event.currentTarget instanceof HTMLInputElement) event.currentTarget.select()
    }
  }

  return (
    <Drawer
      opened
      onClose={onClose}
      title="Pilih peserta"
      size={wideDrawer}
      classNames={{ body: styles.body ?? '', content: layout.column ?? '' }}
    >
      <TextInput
        data-autofocus
        aria-label="Cari peserta"
        placeholder="Nama, NIK atau No. HP"
        leftSection={<IconSearch size={16} aria-hidden />}
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={rows[active] ? `${id}-${active}` : undefined}
        value={search}
        onChange={event => {
          setSearch(event.currentTarget.value)
          setActive(0)
        }}
        onKeyDown={press}
        {...holdingKeys}
      />
      <Flex component="p" className={layout.note} align="center" justify="space-between" role="status">
        <span>
          <strong>{picked.length}</strong> dipilih{picked.length >= limit && `, paling banyak ${limit}`}
        </span>
        <Checkbox label="Hanya yang belum ikut (Alt L)" checked={fresh} onChange={() => void onlyFresh.run()} />
        {picked.length > 0 && <LinkAction onAction={() => setPicked([])}>Kosongkan</LinkAction>}
      </Flex>
      <QueryBoundary query={found}>
        {({ total }) => (
          <div className={styles.hits}>
            <div
              ref={list}
              id={id}
              className={styles.list}
              role="listbox"
              aria-label="Peserta"
              aria-multiselectable
              tabIndex={0}
              aria-activedescendant={rows[active] ? `${id}-${active}` : undefined}
              onKeyDown={press}
            >
              {rows.map((row, index) => (
                <TraineeOption
                  key={row.id}
                  id={`${id}-${index}`}
                  row={row}
                  index={index}
                  query={search}
                  active={index === active}
                  picked={isPicked(row)}
                  busy={whyBusy(row)}
                  onPress={() => {
                    setActive(index)
                    toggle(row)
                  }}
                />
              ))}
            </div>
            {total === 0 && (
              <Box component="p" p="0.75rem 1rem" c="var(--ink-2)" fz="0.8125rem" lh="1.125rem">
                {search === '' ? 'Belum ada peserta terdaftar.' : `Tidak ada “${search}”.`}{' '}
                <LinkAction path="/peserta/baru">Peserta baru</LinkAction>
              </Box>
            )}
            {total > rows.length && rows.length > 0 && (
              <Box component="p" p="0.75rem 1rem" c="var(--ink-2)" fz="0.8125rem" lh="1.125rem">
                {rows.length} dari {total.toLocaleString('id-ID')} orang. Ketik nama untuk mempersempit.
              </Box>
            )}
          </div>
        )}
      </QueryBoundary>
      <div className={styles.actions}>
        <KeyHints hints={[listKeys.rows('cari'), listKeys.open('pilih'), listKeys.range]} />
        <ActionButtons actions={[cancelAction(onClose), use]} />
      </div>
    </Drawer>
  )
}
